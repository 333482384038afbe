#!/bin/sh
# Makes sure that Docker answers and that Compose can read docker-compose.yml: installs and starts what is missing.
# Installs on Debian only; elsewhere it prints the requirements.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
at_end tidy_up

# Debian 12's Docker is too old. A second source has the next release's, at a priority at which apt takes no other package
# from it.
newer_suite=trixie

add_newer_source() {
  address=$(debian_address)
  # shellcheck disable=SC2016 # for root's shell
  as_root sh -c '
    printf "Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n" \
      "$1" "$2" >/etc/apt/sources.list.d/nearfar.sources
    printf "Package: *\nPin: release n=%s\nPin-Priority: 100\n" "$2" >/etc/apt/preferences.d/nearfar
  ' sh "$address" "$newer_suite"
}

# docker_present: whether Docker answered, which sets $version, or only has to be started.
docker_present() {
  [ -n "$version" ] || command -v dockerd >/dev/null || ! system_endpoint
}

missing_packages() {
  docker_present || echo docker.io containerd
  [ -n "$version" ] || ! system_endpoint || command -v iptables >/dev/null || echo iptables
  command -v docker >/dev/null || echo docker-cli
  compose_works || echo docker-compose
  docker buildx version >/dev/null 2>&1 || echo docker-buildx
}

remove_newer_source() {
  as_root rm -f /etc/apt/sources.list.d/nearfar.sources /etc/apt/preferences.d/nearfar
}

# install_docker PACKAGE...: the suite is named for each package: `-t` would bring the newer C library along.
install_docker() {
  busy missing "reading apt's lists" apt-get refresh_packages
  if ! at_least "$(candidate docker.io)" "$engine_wanted"; then
    [ -e /etc/apt/sources.list.d/nearfar.sources ] || at_end 'tidy_up; remove_newer_source' # unless they are installed
    add_newer_source
    busy missing "reading apt's lists" apt-get refresh_packages
    for package in "$@"; do
      shift
      [ "$package" = iptables ] || package=$package/$newer_suite
      set -- "$@" "$package"
    done
  fi
  install_packages "$@"
  at_end tidy_up
}

install_missing() {
  # shellcheck disable=SC2046 # a list of names
  set -- $(missing_packages)
  [ $# -gt 0 ] || return 0
  is_debian || fail 1 "missing: $*" \
    "install Docker Engine $engine_wanted, Compose $compose_wanted and Buildx, or later, and start Docker"
  offer_packages "Docker $engine_wanted, Compose $compose_wanted or later" "$*" "$PWD/scripts/lib/engine.sh"
  keep_logs
  install_docker "$@"
  [ ! -e /etc/apt/sources.list.d/nearfar.sources ] ||
    line missing "installed; from $newer_suite where this release is too old (/etc/apt/sources.list.d/nearfar.sources)"
}

# refuse_foreign_docker: fails if the Docker that does not answer is not one that the lab may start.
refuse_foreign_docker() {
  system_endpoint || fail 1 "Docker at $(endpoint) does not answer" "$(other_remedy)"
}

start_docker() {
  refuse_foreign_docker
  is_debian || [ -d /run/systemd/system ] || fail 1 "Docker does not answer" "start it, then try again"
  may_be_root || fail 1 "Docker is not running, and $(id -un) may not start it" \
    "as root, run: $PWD/scripts/lib/engine.sh"
  if [ -d /run/systemd/system ]; then
    output="journalctl -u docker"
    as_root systemctl start docker || fail 1 "systemd could not start Docker" "see: $output"
  else
    output=/var/log/dockerd.log
    # In another session and without an open pipe it outlives the command that started it.
    # shellcheck disable=SC2016 # for root's shell
    as_root env "PATH=$PATH" sh -c 'setsid dockerd >"$1" 2>&1 </dev/null &' sh "$output"
  fi
  tries=0
  until engine_version >/dev/null; do
    refuse_forbidden_socket
    tries=$((tries + 1))
    [ "$tries" -lt 150 ] || fail 1 "Docker did not answer within 30 s of its start" "see: $output"
    sleep 0.2
  done
  started=' (started now)'
}

refuse_remote_docker
started=
if ! version=$(engine_version); then
  refuse_forbidden_socket
  ! command -v docker >/dev/null || refuse_foreign_docker
  install_missing
  version=$(engine_version) || start_docker
  version=$(engine_version)
fi
install_missing
at_least "$version" "$engine_wanted" ||
  fail 1 "Docker Engine $version is too old, the lab needs $engine_wanted (healthcheck.start_interval)" \
    "upgrade it, then try again"
line docker "$version running${started}"
