#!/bin/sh
# What the jars are made of: `sbom` lists it, `checksums` holds it against what is known, `reproducible` builds the
# jars twice and compares them.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

list=scripts/release/checksums.sha256

sbom() {
  maven test-compile org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom || fail 1 "there is no list" "see above"
  line sbom "target/sbom.json"
}

# libraries: prints the files of all libraries and plugins that Maven uses here, each once.
libraries() {
  maven test-compile dependency:build-classpath -Dmdep.outputFile=target/libraries.txt \
    dependency:resolve-plugins -DoutputAbsoluteArtifactFilename=true -DoutputFile=target/plugins.txt >&2 || return
  for each in ./*/target/libraries.txt ./*/*/target/libraries.txt ./*/target/plugins.txt ./*/*/target/plugins.txt; do
    tr ':' '\n' <"$each"
    echo
  done | sed -n 's/^ *\(\/.*\.jar\) *$/\1/p' | grep -v "^$PWD/" | sort -u
}

# sums: the checksum and the name of each file that comes in.
sums() {
  while read -r file; do
    sum=$(sha256sum "$file")
    echo "${sum%% *}  ${file##*/}"
  done | sort -k 2 | uniq
}

checksums() {
  if is_on WRITE; then writing=yes; else writing=''; fi
  [ -n "$writing" ] || [ -s "$list" ] ||
    fail 1 "there is no $list here that knows any library" "bring it back, as by git checkout $list; WRITE=1 takes for known whatever is here"
  keep_logs
  line checksums "of the libraries that Maven has brought"
  libraries >"$logs/libraries" || fail 1 "Maven cannot say what it uses" "see above"
  [ -s "$logs/libraries" ] || fail 1 "Maven names no library at all" "see target/libraries.txt in each module"
  sums <"$logs/libraries" >"$logs/sums"
  if [ -n "$writing" ]; then
    cp "$logs/sums" "$list"
    line checksums "$(wc -l <"$list" | tr -d ' ') written to $list; look at what git diff says of them"
  else
    other=$(diff "$list" "$logs/sums" | sed -n 's/^> /    /p') || :
    [ -z "$other" ] || fail 1 "these are not the libraries that $list knows:
$other" "where the versions were changed on purpose: make checksums WRITE=1; else do not run what was built with them"
    line checksums "$(wc -l <"$logs/sums" | tr -d ' ') libraries are as known"
  fi
}

# build FOLDER: builds the jars of what is in the work tree in a copy of it.
build() (
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$1"
  cd "$1"
  maven -Dmaven.test.skip -Dmaven.javadoc.skip package
)

jars() (
  cd "$1"
  sha256sum ./*/target/*.jar ./workshop/checker/target/*.jar
)

reproducible() {
  keep_logs
  twice=$(mktemp -d "${TMPDIR:-/tmp}/nearfar-twice.XXXXXX")
  line jars "built twice, in two folders"
  for folder in "$twice/one" "$twice/another/place"; do
    build "$folder" || fail 1 "the jars cannot be built" "see above"
  done
  jars "$twice/one" >"$logs/one"
  jars "$twice/another/place" >"$logs/another"
  cmp -s "$logs/one" "$logs/another" || {
    kept=yes
    fail 1 "the jars differ:
$(diff "$logs/one" "$logs/another")" "they are in $twice"
  }
  sed 's/^\(................\)[0-9a-f]*  \.\//            \1…  /' "$logs/one"
  line jars "$(wc -l <"$logs/one" | tr -d ' ') jars, the same byte for byte"
}

# shellcheck disable=SC2317 # a trap calls it
clean_up() {
  tidy_up
  [ -z "${twice:-}" ] || [ -n "${kept:-}" ] || rm -rf "$twice"
}

at_end clean_up
case ${1:-} in
sbom | checksums | reproducible) "$1" ;;
*) fail 2 "what of it: sbom, checksums or reproducible?" ;;
esac
