#!/bin/sh
# What the jars are made of: `sbom` lists it, `checksums` compares it with the recorded checksums, `reproducible` builds
# the jars twice and compares them.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/release/parts.sh
. scripts/release/sources.sh

list=scripts/release/checksums.sha256

sbom() {
  maven test-compile org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom || fail 1 "the list could not be made" "see above"
  line sbom "target/sbom.json"
}

# libraries: prints the paths of all libraries and plugins that Maven uses here, each once.
libraries() {
  maven test-compile dependency:build-classpath -Dmdep.outputFile=target/libraries.txt \
    dependency:resolve-plugins -DoutputAbsoluteArtifactFilename=true -DoutputFile=target/plugins.txt >&2 || return
  for each in ./*/target/libraries.txt ./*/*/target/libraries.txt ./*/target/plugins.txt ./*/*/target/plugins.txt; do
    tr ':' '\n' <"$each"
    echo
  done | sed -n 's/^ *\(\/.*\.jar\) *$/\1/p' | grep -v "^$PWD/" | sort -u
}

# sums: prints the checksum and the name of each file whose path it reads.
sums() {
  while read -r file; do
    sum=$(sha256sum "$file")
    echo "${sum%% *}  ${file##*/}"
  done | sort -k 2 | uniq
}

checksums() {
  if is_on WRITE; then writing=yes; else writing=''; fi
  [ -n "$writing" ] || [ -s "$list" ] ||
    fail 1 "$list is missing or empty" "restore it: git checkout $list"
  keep_logs
  line checksums "of the libraries that Maven has downloaded"
  libraries >"$logs/libraries" || fail 1 "Maven cannot list what it uses" "see above"
  [ -s "$logs/libraries" ] || fail 1 "Maven lists no library" "see target/libraries.txt in each module"
  sums <"$logs/libraries" >"$logs/sums"
  if [ -n "$writing" ]; then
    cp "$logs/sums" "$list"
    line checksums "$(wc -l <"$list" | tr -d ' ') written to $list; review them: git diff"
  else
    other=$(diff "$list" "$logs/sums" | sed -n 's/^> /    /p') || :
    [ -z "$other" ] || fail 1 "these libraries differ from $list:
$other" "if you changed the versions: make checksums WRITE=1; if not, do not run what was built with them"
    line checksums "$(wc -l <"$logs/sums" | tr -d ' ') libraries are as recorded"
  fi
}

# build FOLDER: builds the jars in a copy of the sources there.
build() (
  mkdir -p "$1"
  copy_sources "$logs/names" "$1"
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
    build "$folder" || fail 1 "the jars could not be built" "see above"
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
*) fail 2 "${1:-nothing} is not one of: sbom, checksums, reproducible" ;;
esac
