#!/bin/sh
# Writes a bundle, one file with all that a classroom without Internet needs: the sources and docs, the images, the jars,
# and the Maven repository that the user's own tests need, with a checksum of each part. FILE is its name.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh
. scripts/release/parts.sh
. scripts/release/sources.sh

file=${FILE:-nearfar-bundle.tar}
work=target/bundle
version=$(project_version)
stage=$work/nearfar
space_needed=2048 # MB: twice the size of a bundle, whose parts are on the disk at the same time

# check_request: checks FILE and the machine before anything is made.
check_request() {
  case $file in *.tar) ;; *) fail 2 "FILE=$file does not end in .tar" "such as: make bundle FILE=nearfar-bundle.tar" ;; esac
  folder=$(dirname "$file")
  { [ -d "$folder" ] && [ -w "$folder" ]; } || fail 2 "FILE=$file: $folder is not a folder that you may write to" "create it first"
  space=$(df -Pk "$folder" . | awk 'NR > 1 && (least == "" || $4 < least) { least = $4 } END { print int(least / 1024) }')
  [ "$space" -ge $space_needed ] || fail 1 "only $space MB are free, and making a bundle can take $space_needed MB" "free some space"
  find_sha256
  scripts/mvn --where >/dev/null || exit 1
  command -v mvn >/dev/null || fail 1 "no Maven found, and a bundle contains a Maven repository" "install it (Debian: maven)"
}

# The AOT caches are made by running the programs, so they fit this processor only.
check_platform() {
  here=$(platform)
  [ "${PLATFORM:-$here}" = "$here" ] || fail 2 \
    "PLATFORM=$PLATFORM: the images are made by running their programs, and Docker runs $here here" \
    "run make bundle on a machine with $PLATFORM"
}

# save_images: writes all images to one archive, with shared layers once.
save_images() {
  # shellcheck disable=SC2046 # a list of names
  docker save --output "$work/images.tar" $(bundled_images)
  gzip -n <"$work/images.tar" >"$stage/bundle/images.tar.gz"
  rm "$work/images.tar"
}

# copy_jars: copies the jars of the images.
copy_jars() {
  for service in $services; do
    container=$(docker create "$(image_of "$service")")
    docker cp "$container:/app" - | tar -xf - -C "$work"
    docker rm "$container" >/dev/null
    mkdir "$stage/bundle/jars/$service"
    mv "$work"/app/*.jar "$stage/bundle/jars/$service/"
    [ ! -d "$work/app/lib" ] || mv "$work/app/lib" "$stage/bundle/jars/$service/"
    rm -rf "$work/app"
  done
}

# into_repository ARGUMENT...: runs Maven with an empty repository, which it fills from the user's repository with the
# files that it needs. Only if one is missing there does it ask remote repositories.
into_repository() {
  maven --settings "$work/settings.xml" -Dmaven.repo.local="$repository" "$@" ||
    maven -Dmaven.repo.local="$repository" "$@"
}

# settings [MIRROR]: writes Maven settings without remote repositories, or with MIRROR in place of all.
settings() {
  echo "<settings>${1:+<mirrors><mirror><id>own</id><mirrorOf>*</mirrorOf><url>file://$1</url></mirror></mirrors>}</settings>" \
    >"$work/settings.xml"
}

# install_module FOLDER: does the work of maven-install-plugin, which would add many files to the repository.
install_module() {
  artifact=$(sed -n 's|^  <artifactId>\(.*\)</artifactId>|\1|p' "$1/pom.xml" | head -n 1)
  there=$repository/nearfar/$artifact/$version
  mkdir -p "$there"
  cp "$1/target/flattened-pom.xml" "$there/$artifact-$version.pom"
  for jar in "$1"/target/*.jar; do
    case $jar in *'*'* | *-sources.jar | *-javadoc.jar) ;; *) cp "$jar" "$there/$artifact-$version.jar" ;; esac
  done
}

# write_classpath: writes the class path of scenarios with the paths of the jars in the bundle.
write_classpath() {
  printf '%s\n' "./lab/target/classes:$(cat lab/target/scenario.classpath)" | tr : '\n' | sed \
    -e "s|^$repository/||" -e "s|^.*/\([a-z-]*\)/target/[^/]*\$|nearfar/nearfar-\1/$version/nearfar-\1-$version.jar|" \
    -e 's|^|bundle/repository/|' >"$logs/jars-of-scenarios"
  paste -s -d : "$logs/jars-of-scenarios" >"$stage/bundle/scenario.classpath"
  while read -r jar; do
    [ -e "$stage/$jar" ] || fail 1 "the bundle lacks $jar, which scenarios need" \
      "see lab/target/scenario.classpath; only files of Maven's repository are copied"
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
  set -- --file scripts/release/own-test/pom.xml -Dnearfar.target="$PWD/$work/own-test" test
  into_repository "$@" || return
  # With these records of remote repositories Maven would not use the files without a network.
  find "$repository" \( -name _remote.repositories -o -name '*.lastUpdated' -o -name 'maven-metadata*' \
    -o -name resolver-status.properties \) -exec rm {} +
  settings
  maven --settings "$work/settings.xml" -Dmaven.repo.local="$repository" --offline "$@"
}

write_sums() {
  (cd "$stage" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >"$logs/names"
  sums_of "$stage" <"$logs/names" >"$logs/sums"
  mv "$logs/sums" "$stage/$sums_file"
  about "$stage" "$here" >"$stage/$about_file"
}

# pack: writes the files sorted, without times and owners: equal contents make equal bundles.
pack() {
  chmod -R u=rwX,go=rX "$stage"
  (cd "$work" && find nearfar | LC_ALL=C sort) >"$logs/names"
  set --
  if tar --version 2>/dev/null | grep -q GNU; then
    set -- --owner=0 --group=0 --numeric-owner --mtime=@0
  fi
  tar -cf "$file.part" --format=ustar "$@" -C "$work" --no-recursion -T "$logs/names"
  mv "$file.part" "$file"
}

clean_up() {
  tidy_up
  rm -rf "$work" "$file.part"
  release_lock
}

check_request
refuse_remote_docker
scripts/lib/engine.sh
check_platform
scripts/images/images.sh
scripts/images/side-image.sh capture workshop
image_state
[ -z "$absent$stale" ] || fail 1 "the images are not made from these sources: $absent$stale" "run: make images"
trap release_lock EXIT
take_lock bundle
at_end clean_up
keep_logs
rm -rf "$work"
mkdir -p "$stage/bundle/jars" "$stage/bundle/repository"
copy_sources "$logs/names" "$stage"
line sources "$(wc -l <"$logs/names" | tr -d ' ') files"
(cd "$stage" && image_state && [ -z "$absent$stale" ]) ||
  fail 1 "the images are made from files that are not in the bundle, since git does not track them" \
    "add them to git, or remove them: git status"
start_job jars copy_jars
start_job images save_images
start_job repository fill_repository
finish_jobs bundle "saving $(bundled_images | wc -l | tr -d ' ') images, and the Maven repository"
for image in $(bundled_images); do
  line image "$image"
done
line images "$(size_of "$stage/bundle/images.tar.gz"), with gzip"
line maven "$(find "$stage/bundle/repository" -name '*.jar' | wc -l | tr -d ' ') jars"
busy bundle "checksums" sums write_sums
busy bundle "writing $file" pack pack
line bundle "$file: $(size_of "$file") for $here, $(wc -l <"$stage/$sums_file" | tr -d ' ') checksums"
line next "copy it to the other machine; tar -xf $(basename "$file") && cd nearfar && make load"
