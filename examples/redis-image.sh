#!/bin/sh
# Pulls the image that the example tests, Redis' own, or builds it from Debian's packages if no registry answers.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh

image=nearfar/redis-example:8
official=redis:8.0.2-bookworm

pull() {
  docker pull --quiet $official
  docker tag $official $image
}

build_from_packages() {
  debian_image $image 'USER 65532:65532
ENTRYPOINT ["/usr/bin/redis-server", "--save", "", "--protected-mode", "no"]' '
    rm -rf usr/share/doc usr/share/man usr/share/locale usr/lib/*/perl-base' \
    base-files redis-server
}

if docker image inspect $image >/dev/null 2>&1; then
  line redis "its image is present"
  exit 0
fi
at_end tidy_up
keep_logs
if registry_answers $official; then
  busy redis "pulling $official" image pull
  line redis "$official pulled"
  exit 0
fi
is_debian || fail 1 "no registry answers, and only Debian can build Redis' image without one" \
  "copy $image from a machine that has it: docker save, docker load"
command -v mmdebstrap >/dev/null || require_packages "Redis' image without a registry" mmdebstrap
busy redis "building its image from Debian's packages" image build_from_packages
line redis "image built from Debian's packages, as no registry answers"
