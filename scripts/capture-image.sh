#!/bin/sh
# Ends with the image at hand that `make capture` listens with: tcpdump, and timeout to end it. From Debian's packages
# where they can be had, pulled elsewhere.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/packages.sh
. scripts/docker.sh
. scripts/lock.sh
. scripts/image-state.sh

pulled=docker.io/nicolaka/netshoot:v0.13

# The four programs' worth of libraries that only others of the packages want stay: to know which would be a list to keep.
build_from_packages() {
  debian_image $capture_image 'ENTRYPOINT ["/usr/bin/tcpdump"]' '
    echo "root:x:0:0:root:/:" >etc/passwd && mv usr/bin/tcpdump usr/bin/timeout . &&
    rm -rf usr/bin/* usr/sbin/* usr/libexec usr/lib/*/gconv usr/lib/*/perl-base usr/lib/*/security usr/lib/systemd \
      usr/share/man usr/share/info usr/share/locale usr/share/lintian usr/share/bash-completion usr/share/perl5 &&
    mv tcpdump timeout usr/bin' \
    base-files coreutils libc6 tcpdump
}

pull() {
  docker pull --quiet $pulled
  docker tag $pulled $capture_image
}

! docker image inspect $capture_image >/dev/null 2>&1 || exit 0
end() {
  tidy_up
  release_lock
}
at_end end
keep_logs
take_lock capture-image
! docker image inspect $capture_image >/dev/null 2>&1 || exit 0
if is_debian && command -v mmdebstrap >/dev/null; then
  busy image "building tcpdump's from Debian's packages" image build_from_packages
  line image "tcpdump's built from Debian's packages"
elif registry_answers $pulled; then
  busy image "pulling $pulled" image pull
  line image "$pulled pulled"
else
  is_debian || fail 1 "no registry answers, and only Debian can build the image of tcpdump without one" \
    "bring $capture_image from a machine that has it by docker save and docker load"
  require_packages "the image of tcpdump without a registry" mmdebstrap
  busy image "building tcpdump's from Debian's packages" image build_from_packages
  line image "tcpdump's built from Debian's packages"
fi
