#!/bin/sh
# Writes one file with all that a room without Internet needs: the sources with their docs, the images, the jars, and
# what Maven needs for tests of one's own, with a checksum for each part. FILE is where.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh
. scripts/release/parts.sh

file=${FILE:-nearfar-bundle.tar}
place=target/bundle
stage=$place/nearfar
space_wanted=2048 # MB: twice what a bundle has, as its parts stand beside it for a while

# check_wishes: what was asked for, before anything is made.
check_wishes() {
  case $file in *.tar) ;; *) fail 2 "FILE=$file does not end in .tar" "such as: make bundle FILE=nearfar-bundle.tar" ;; esac
  folder=$(dirname "$file")
  { [ -d "$folder" ] && [ -w "$folder" ]; } || fail 2 "FILE=$file: there is no folder $folder that you may write to" "make it first"
  space=$(df -Pk "$folder" . | awk 'NR > 1 && (least == "" || $4 < least) { least = $4 } END { print int(least / 1024) }')
  [ "$space" -ge $space_wanted ] || fail 1 "$space MB are free, and a bundle may take $space_wanted while it is made" "make room"
  find_sha256
  scripts/mvn --where >/dev/null || exit 1
  command -v mvn >/dev/null || fail 1 "no Maven found, and a bundle has what Maven needs" "install it (Debian: maven)"
}

# The programs of the lab are trained on the processor that they will run on, by running them.
check_platform() {
  here=$(platform)
  [ "${PLATFORM:-$here}" = "$here" ] || fail 2 \
    "PLATFORM=$PLATFORM: the images are made by running their programs, and this engine runs $here" \
    "run make bundle on a machine that is $PLATFORM"
}

# source_files: prints the names of what belongs to the folder and was not made in it.
source_files() {
  if [ -e .git ]; then
    git ls-files --cached --others --exclude-standard
  else
    find . \( -name target -o -name .cifuzz-corpus -o -path ./captures -o -path ./mine -o -path ./bundle \) -prune -o -type f -print |
      sed 's|^\./||'
  fi | while read -r name; do [ ! -f "$name" ] || [ "$name" = "$file" ] || echo "$name"; done | LC_ALL=C sort
}

copy_sources() {
  source_files >"$logs/names"
  if wrong=$(grep '[^A-Za-z0-9._/@+-]' "$logs/names"); then
    fail 1 "no file of a bundle has such a name: $(echo "$wrong" | head -n 1)" "rename it, or remove it"
  fi
  tar -cf - -T "$logs/names" | tar -xf - -C "$stage"
}

# save_images: one archive. Layers that several of them share are in it once.
save_images() {
  # shellcheck disable=SC2046 # a list of names
  docker save --output "$place/images.tar" $(bundled_images)
  gzip -n <"$place/images.tar" >"$stage/bundle/images.tar.gz"
  rm "$place/images.tar"
}

# copy_jars: those of the images, so that they are what runs there.
copy_jars() {
  for service in $services; do
    container=$(docker create "$(image_of "$service")")
    docker cp "$container:/app" - | tar -xf - -C "$place"
    docker rm "$container" >/dev/null
    mkdir "$stage/bundle/jars/$service"
    mv "$place"/app/*.jar "$stage/bundle/jars/$service/"
    [ ! -d "$place/app/lib" ] || mv "$place/app/lib" "$stage/bundle/jars/$service/"
    rm -rf "$place/app"
  done
}

# into_repository ARGUMENT...: Maven, with an empty repository that it fills from the user's own, so that in the end it
# has what was needed, and no more. Only what the user's own has not comes from where that comes from.
into_repository() {
  maven --settings "$place/settings.xml" -Dmaven.repo.local="$repository" "$@" ||
    maven -Dmaven.repo.local="$repository" "$@"
}

# settings [MIRROR]: writes those that know of no other repository.
settings() {
  echo "<settings>${1:+<mirrors><mirror><id>own</id><mirrorOf>*</mirrorOf><url>file://$1</url></mirror></mirrors>}</settings>" \
    >"$place/settings.xml"
}

# install_module FOLDER: as Maven's own plugin would, which wants more of its own than all the rest.
install_module() {
  artifact=$(sed -n 's|^  <artifactId>\(.*\)</artifactId>|\1|p' "$1/pom.xml" | head -n 1)
  there=$repository/nearfar/$artifact/$version
  mkdir -p "$there"
  cp "$1/target/flattened-pom.xml" "$there/$artifact-$version.pom"
  for jar in "$1"/target/*.jar; do
    case $jar in *'*'* | *-sources.jar | *-javadoc.jar) ;; *) cp "$jar" "$there/$artifact-$version.jar" ;; esac
  done
}

# write_classpath: of what runs scenarios, as the compiler wrote it, with the jars as they stand in the bundle.
write_classpath() {
  printf '%s\n' "./lab/target/classes:$(cat lab/target/scenario.classpath)" | tr : '\n' | sed \
    -e "s|^$repository/||" -e "s|^.*/\([a-z-]*\)/target/[^/]*\$|nearfar/nearfar-\1/$version/nearfar-\1-$version.jar|" \
    -e 's|^|bundle/repository/|' >"$logs/jars-of-scenarios"
  paste -s -d : "$logs/jars-of-scenarios" >"$stage/bundle/scenario.classpath"
  while read -r jar; do
    [ -e "$stage/$jar" ] || fail 1 "the bundle lacks $jar, which scenarios want" \
      "lab/target/scenario.classpath says where Maven has it; only what is in Maven's repository goes along"
  done <"$logs/jars-of-scenarios"
}

fill_repository() {
  repository=$PWD/$stage/bundle/repository
  settings "$(maven_repository)"
  into_repository --projects networks,lab --also-make package -Dmaven.test.skip || return
  for module in . common networks lab; do
    install_module $module
  done
  write_classpath || return
  set -- --file scripts/release/own-test/pom.xml -Dnearfar.target="$PWD/$place/own-test" test
  into_repository "$@" || return
  # Who brought what, and when, is of no use elsewhere, and with it Maven would not take it without a network.
  find "$repository" \( -name _remote.repositories -o -name '*.lastUpdated' -o -name 'maven-metadata*' \
    -o -name resolver-status.properties \) -exec rm {} +
  settings
  maven --settings "$place/settings.xml" -Dmaven.repo.local="$repository" --offline "$@"
}

write_sums() {
  (cd "$stage" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >"$logs/names"
  sums_of "$stage" <"$logs/names" >"$logs/sums"
  mv "$logs/sums" "$stage/$sums_file"
  about "$stage" "$here" >"$stage/$about_file"
}

# pack: in the order of their names, without the time, and without who did it.
pack() {
  chmod -R u=rwX,go=rX "$stage"
  (cd "$place" && find nearfar | LC_ALL=C sort) >"$logs/names"
  set --
  if tar --version 2>/dev/null | grep -q GNU; then
    set -- --owner=0 --group=0 --numeric-owner --mtime=@0
  fi
  tar -cf "$file.part" --format=ustar "$@" -C "$place" --no-recursion -T "$logs/names"
  mv "$file.part" "$file"
}

clean_up() {
  tidy_up
  rm -rf "$place" "$file.part"
  release_lock
}

check_wishes
refuse_remote_engine
scripts/lib/engine.sh
check_platform
scripts/images/images.sh
scripts/images/side-image.sh capture workshop
image_state
[ -z "$absent$stale" ] || fail 1 "the images are not made of these sources: $absent$stale" "run: make images"
trap release_lock EXIT
take_lock bundle
at_end clean_up
keep_logs
rm -rf "$place"
mkdir -p "$stage/bundle/jars" "$stage/bundle/repository"
copy_sources
line sources "$(wc -l <"$logs/names" | tr -d ' ') files"
(cd "$stage" && image_state && [ -z "$absent$stale" ]) ||
  fail 1 "of the files that belong to a bundle the images would be others" "is one ignored by git that is a source?"
start_job jars copy_jars
start_job images save_images
start_job repository fill_repository
finish_jobs bundle "saving $(bundled_images | wc -l | tr -d ' ') images, and what Maven needs"
for image in $(bundled_images); do
  line image "$image"
done
line images "$(size_of "$stage/bundle/images.tar.gz"), with gzip"
line maven "$(find "$stage/bundle/repository" -name '*.jar' | wc -l | tr -d ' ') jars"
busy bundle "checksums" sums write_sums
busy bundle "writing $file" pack pack
line bundle "$file: $(size_of "$file") for $here, $(wc -l <"$stage/$sums_file" | tr -d ' ') checksums"
line next "carry it there; tar -xf $(basename "$file") && cd nearfar && make load"
