#!/bin/sh
# Ends with the images at hand that are named: capture, prometheus. Only some commands want them, beside those of the
# lab, and each is made when it is first wanted.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/packages.sh
. scripts/docker.sh
. scripts/lock.sh
. scripts/image-state.sh

# The libraries that only others of the packages want stay: to know which would be one more list to keep.
build_capture_image() {
  debian_image "$capture_image" 'ENTRYPOINT ["/usr/bin/tcpdump"]' '
    echo "root:x:0:0:root:/:" >etc/passwd && mv usr/bin/tcpdump usr/bin/timeout . &&
    rm -rf usr/bin/* usr/sbin/* usr/libexec usr/lib/*/gconv usr/lib/*/perl-base usr/lib/*/security usr/lib/systemd \
      usr/share/man usr/share/info usr/share/locale usr/share/lintian usr/share/bash-completion usr/share/perl5 &&
    mv tcpdump timeout usr/bin' \
    base-files coreutils libc6 tcpdump
}

build_prometheus_image() {
  debian_image "$prometheus_image" 'ENV PATH=/usr/bin
USER 65532:65532' '
    mv usr/bin/prometheus usr/bin/promtool . &&
    rm -rf usr/bin/* usr/sbin/* usr/libexec usr/lib/*/gconv usr/lib/*/perl-base usr/lib/*/security usr/lib/systemd \
      usr/share/man usr/share/info usr/share/locale usr/share/lintian usr/share/bash-completion usr/share/perl5 &&
    mv prometheus promtool usr/bin' \
    base-files libc6 prometheus
}

pull_as() {
  docker pull --quiet "$1"
  docker tag "$1" "$2"
}

# side_image NAME IMAGE PULLED: ends with IMAGE at hand: built from Debian's packages by build_NAME_image where that
# can be without asking, else pulled, else built.
side_image() {
  ! docker image inspect "$2" >/dev/null 2>&1 || return 0
  keep_logs
  take_lock "$1-image"
  if docker image inspect "$2" >/dev/null 2>&1; then
    :
  elif is_debian && command -v mmdebstrap >/dev/null; then
    busy image "building $1's from Debian's packages" image "build_$1_image"
    line image "$1's built from Debian's packages"
  elif registry_answers "$3"; then
    busy image "pulling $3" image pull_as "$3" "$2"
    line image "$3 pulled"
  else
    is_debian || fail 1 "no registry answers, and only Debian can build the image $2 without one" \
      "bring it from a machine that has it by docker save and docker load"
    require_packages "the image $2 without a registry" mmdebstrap
    busy image "building $1's from Debian's packages" image "build_$1_image"
    line image "$1's built from Debian's packages"
  fi
  release_lock
}

end() {
  tidy_up
  release_lock
}

at_end end
for name in "$@"; do
  case $name in
    capture) side_image capture "$capture_image" docker.io/nicolaka/netshoot:v0.13 ;;
    prometheus) side_image prometheus "$prometheus_image" docker.io/prom/prometheus:v2.53.3 ;;
    *) fail 2 "there is no image '$name'" "there are: capture, prometheus" ;;
  esac
done
