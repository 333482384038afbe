#!/bin/sh
# Makes sure that all images of the lab are present and built from these sources: pulls them, or builds them from Debian's
# and Go's packages where no registry answers, and the lab's own ones from this folder.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh

toxiproxy_module=github.com/Shopify/toxiproxy/v2
toxiproxy_version=${toxiproxy_image##*:}
toxiproxy_sum=h1:d1x++lYZg/zijXPPcv7PH0MvHMzEI5aX/YuUi/Sw+yg= # of its source, in the format of go.sum
# With the process number, as another folder may build at the same time.
base=nearfar/base:building-$$ jdk=nearfar/jdk:building-$$

# The JDK's image is not kept: 0.4 GB, and 15 s bring it back when the runtime's Dockerfile changes.
clean_up() {
  tidy_up
  [ -z "${way:-}" ] || docker rmi "$base" "$jdk" >/dev/null 2>&1 || :
  release_lock
}

# build PART CONTEXT ARGUMENT...: builds its image, without a network, with the builder that sees Docker's images.
build() {
  build_part=$1 context=$2
  shift 2
  BUILDX_BUILDER=$(docker context show) docker build --network=none --progress=plain \
    --label "nearfar.sources=$(cat "$logs/$build_part.sources")" --tag "$(image_of "$build_part")" "$@" "$context"
}

build_runtime_from_packages() {
  # The removed files are for programs, an installer or a reader, which the image does not have.
  debian_image "$base" 'ENV PATH=/usr/bin' '
    echo "hosts: files dns" >etc/nsswitch.conf && chmod 1777 tmp var/tmp &&
    rm -rf usr/bin/* usr/sbin/* usr/lib/*/gconv usr/share/gcc \
      usr/share/man usr/share/info usr/share/locale usr/share/lintian usr/share/bug' \
    base-files libc6 libstdc++6 zlib1g
  debian_image "$jdk" 'ENV PATH=/java/bin' 'ln -s usr/lib/jvm/java-25-openjdk-* java' \
    base-files libc-bin openjdk-25-jdk-headless
  build runtime scripts/images/runtime --build-arg "BASE=$base" --build-arg "JDK=$jdk"
}

# toxiproxy_source: prints the folder of its source, and fails if its checksum differs, whatever sources this machine's Go
# trusts.
toxiproxy_source() {
  said=$(GOFLAGS=-buildvcs=false go mod download -json "$toxiproxy_module@v$toxiproxy_version") || {
    echo "$said" >&2
    return 1
  }
  sum=$(echo "$said" | sed -n 's/.*"Sum": "\(.*\)".*/\1/p')
  [ "$sum" = "$toxiproxy_sum" ] || fail 1 "the source of toxiproxy $toxiproxy_version has another checksum than expected: $sum" \
    "where did Go download it from? see: go env GOPROXY GOMODCACHE"
  echo "$said" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p'
}

# Built as the main module: then Toxiproxy's go.sum applies to its libraries.
build_toxiproxy_from_packages() {
  programs=$logs/programs
  mkdir "$programs"
  source=$(toxiproxy_source)
  (cd "$source" && TMPDIR=$logs CGO_ENABLED=0 GOFLAGS=-buildvcs=false GOWORK=off go build -trimpath -o "$programs/" \
    -ldflags "-s -w -X $toxiproxy_module.Version=$toxiproxy_version" ./cmd/server ./cmd/cli)
  mv "$programs/server" "$programs/toxiproxy"
  mv "$programs/cli" "$programs/toxiproxy-cli"
  build toxiproxy "$programs" --file scripts/images/toxiproxy/Dockerfile
}

pull_toxiproxy() {
  docker pull "$toxiproxy_image" || {
    touch "$logs/no-pull"
    build_toxiproxy_from_packages
  }
}

# base_images: prints the images that the runtime is built from if a registry answers.
base_images() {
  sed -n 's/^ARG [A-Z]*=//p' scripts/images/runtime/Dockerfile
}

pull_runtime() {
  for image in $(base_images); do
    docker pull "$image" || {
      touch "$logs/no-pull"
      build_runtime_from_packages
      return
    }
  done
  build runtime scripts/images/runtime
}

package_jars() {
  folders=
  for service in $own; do
    folder=$(folder_of "$service")
    rm -rf "$folder/target/lib" # a jar that is no longer a dependency would remain
    folders=$folders,$folder
  done
  maven -pl "${folders#,}" -am package -DskipTests
}

# cannot WHY NEXT: ends the script: with an error if an image is missing, with a note if one is only stale.
cannot() {
  [ -z "$absent" ] || fail 1 "images are missing ($absent): $1" "$2"
  line images "present, but built from other sources ($stale): $1"
  exit 0
}

offline_remedy="go where a registry answers (ghcr.io, gcr.io, docker.io), or $images_elsewhere"

# choose_way: sets $way to `pull` or `packages`, and makes sure that the latter is possible.
choose_way() {
  first=$toxiproxy_image way=pull
  needed toxiproxy || first=$(base_images | head -n 1)
  registry_answers "$first" && return
  way=packages
  ! needed toxiproxy || command -v go >/dev/null ||
    cannot "no registry answers, and there is no Go here to build toxiproxy from its source" \
      "install Go 1.23 or later, or $offline_remedy"
  needed runtime || return 0
  is_debian || cannot "no registry answers, and only Debian can build the runtime without one" "$offline_remedy"
  command -v mmdebstrap >/dev/null || require_packages "the runtime image without a registry" mmdebstrap
}

engine_version >/dev/null || refuse_silent_docker
at_end clean_up
keep_logs
image_state
if [ -n "$absent$stale" ]; then
  take_lock images
  image_state
fi
if [ -z "$absent$stale" ]; then
  line images "up to date"
  exit 0
fi

begun=$(now) way=folder text="building from this folder:"
own=
for service in $services; do
  ! needed "$service" || own="${own:+$own }$service"
done
[ -z "$own" ] || { command -v mvn >/dev/null && scripts/mvn --version >/dev/null 2>&1; } ||
  cannot "there is no Maven with a JDK 25 here to build them" \
    "install them (Debian: maven openjdk-25-jdk-headless), or $images_elsewhere"
if needed toxiproxy || needed runtime; then
  choose_way
  case $way in
    pull) text="pulling and building:" ;;
    packages) text="building from Debian's and Go's packages:" ;;
  esac
fi

# Before the build: a file that is edited during it counts as changed next time.
for part in $absent $stale; do
  sources_of "$part" >"$logs/$part.sources"
done
for part in toxiproxy runtime; do
  ! needed $part || case $way in
    pull) start_job $part pull_$part ;;
    packages) start_job $part build_${part}_from_packages ;;
  esac
done
[ -z "$own" ] || start_job jars package_jars
finish_jobs images "$text${absent:+ $absent}${stale:+ $stale}"
for service in $own; do
  start_job "$service" build "$service" "$(folder_of "$service")"
done
finish_jobs images "$text $own"
docker image prune --force --filter label=nearfar.sources >/dev/null 2>&1 || : # what the new ones replaced

case $way in
  folder) how="$own built from this folder" ;;
  pull) how="pulled${own:+, $own built from this folder}" ;;
  packages) how="built from Debian and Go packages, no registry answers" ;;
esac
[ ! -e "$logs/no-pull" ] || how="$how, the rest from packages, as it could not be pulled"
line images "$how ($(($(now) - begun)) s)"
