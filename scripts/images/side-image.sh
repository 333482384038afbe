#!/bin/sh
# Makes sure that the named images are present: capture, prometheus, workshop. Only some commands need them, and each is
# built when it is first needed.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh

# Libraries that only the removed programs need stay: a list of them would have to be maintained.
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

# Compiles and runs attendees' programs: Java from the same packages as the lab's runtime, and Python.
build_workshop_image() {
  debian_image "$python" 'ENV PATH=/usr/bin' '
    echo "hosts: files dns" >etc/nsswitch.conf && chmod 1777 tmp var/tmp && mkdir keep &&
    mv usr/bin/timeout usr/bin/python3* keep && rm -rf usr/bin/* usr/sbin/* usr/libexec usr/lib/*/gconv \
      usr/lib/*/perl-base usr/lib/*/security usr/lib/systemd usr/share/man usr/share/info usr/share/locale \
      usr/share/lintian usr/share/bash-completion usr/share/perl5 usr/share/gcc usr/lib/python3/dist-packages &&
    mv keep/* usr/bin && rmdir keep' \
    base-files coreutils libc6 libpython3-stdlib libstdc++6 python3-minimal zlib1g
  debian_image "$jdk" 'ENV PATH=/java/bin' 'ln -s usr/lib/jvm/java-25-openjdk-* java' \
    base-files libc-bin openjdk-25-jdk-headless
  workshop_image_from --build-arg "BASE=$python" --build-arg "JDK=$jdk"
}

pull_workshop() {
  bases=$(sed -n 's/^ARG [A-Z]*=//p' scripts/images/workshop/Dockerfile)
  for image in $bases; do
    docker pull --quiet "$image"
  done
  workshop_image_from
}

# workshop_image_from OPTION...: builds it without a network, with the builder that sees Docker's images.
workshop_image_from() {
  BUILDX_BUILDER=$(docker context show) docker build --network=none --progress=plain --tag "$workshop_image" \
    --label "nearfar.sources=$(sources_of workshop)" "$@" scripts/images/workshop
}

pull_as() {
  docker pull --quiet "$1"
  docker tag "$1" "$2"
}

# is_present NAME IMAGE: whether it exists, and the workshop's is built from these sources.
is_present() {
  label=$(docker image inspect --format '{{index .Config.Labels "nearfar.sources"}}' "$2" 2>/dev/null) || return 1
  [ "$1" != workshop ] || [ "$label" = "$(sources_of workshop)" ]
}

# side_image NAME IMAGE PULLED HOW: makes sure that IMAGE is present: builds it from Debian's packages by build_NAME_image
# if that needs no installation, else makes it from PULLED by HOW, else installs what the build needs.
side_image() {
  ! is_present "$1" "$2" || return 0
  keep_logs
  take_lock "$1-image"
  if is_present "$1" "$2"; then
    :
  elif is_debian && command -v mmdebstrap >/dev/null; then
    busy image "building $1 from Debian's packages" image "build_$1_image"
    line image "$1 built from Debian's packages"
  elif registry_answers "$3"; then
    busy image "pulling $3" image "$4" "$3" "$2"
    line image "$3 pulled"
  else
    is_debian || fail 1 "no registry answers, and only Debian can build the image $2 without one" \
      "copy it from a machine that has it: docker save, docker load"
    require_packages "the image $2 without a registry" mmdebstrap
    busy image "building $1 from Debian's packages" image "build_$1_image"
    line image "$1 built from Debian's packages"
  fi
  release_lock
}

end() {
  tidy_up
  docker rmi "$python" "$jdk" >/dev/null 2>&1 || :
  release_lock
}

# With the process number, as another folder may build at the same time.
python=nearfar/python:building-$$ jdk=nearfar/jdk:building-$$
at_end end
for name in "$@"; do
  case $name in
    capture) side_image capture "$capture_image" docker.io/nicolaka/netshoot:v0.13 pull_as ;;
    prometheus) side_image prometheus "$prometheus_image" docker.io/prom/prometheus:v2.53.3 pull_as ;;
    workshop) side_image workshop "$workshop_image" docker.io/library/python:3.13.5-slim-trixie pull_workshop ;;
    *) fail 2 "there is no image '$name'" "there are: capture, prometheus, workshop" ;;
  esac
done
