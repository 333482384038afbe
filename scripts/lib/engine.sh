#!/bin/sh
# Ends with a Docker engine that answers and a Compose that can read the lab's file, installing and
# starting what is missing. Installs on Debian only; elsewhere it says what is needed.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
at_end tidy_up

# Debian 12's own engine is too old; a second source offers the next release's, at a priority at
# which apt takes nothing from it unasked.
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

# engine_there: whether one answered, which $version then tells, or need only be started.
engine_there() {
  [ -n "$version" ] || command -v dockerd >/dev/null || ! system_endpoint
}

missing_packages() {
  engine_there || echo docker.io containerd
  [ -n "$version" ] || ! system_endpoint || command -v iptables >/dev/null || echo iptables
  command -v docker >/dev/null || echo docker-cli
  compose_works || echo docker-compose
  docker buildx version >/dev/null 2>&1 || echo docker-buildx
}

remove_newer_source() {
  as_root rm -f /etc/apt/sources.list.d/nearfar.sources /etc/apt/preferences.d/nearfar
}

# install_engine PACKAGE...: the suite is named for each package: `-t` would bring the newer C library along.
install_engine() {
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
    "install Docker Engine $engine_wanted, Compose $compose_wanted and Buildx, or later, and start the engine"
  offer_packages "Docker $engine_wanted, Compose $compose_wanted or later" "$*" "$PWD/scripts/lib/engine.sh"
  keep_logs
  install_engine "$@"
  [ ! -e /etc/apt/sources.list.d/nearfar.sources ] ||
    line missing "installed; from $newer_suite where this release is too old (/etc/apt/sources.list.d/nearfar.sources)"
}

# refuse_silent_engine: fails where the engine that does not answer is none of ours to start.
refuse_silent_engine() {
  system_endpoint || fail 1 "the engine at $(endpoint) does not answer" "$(other_remedy)"
}

start_engine() {
  refuse_silent_engine
  is_debian || [ -d /run/systemd/system ] || fail 1 "the Docker engine does not answer" "start it, then try again"
  may_be_root || fail 1 "the Docker engine is not running, and $(id -un) may not start it" \
    "as root, run: $PWD/scripts/lib/engine.sh"
  if [ -d /run/systemd/system ]; then
    output="journalctl -u docker"
    as_root systemctl start docker || fail 1 "systemd could not start the Docker engine" "see: $output"
  else
    output=/var/log/dockerd.log
    # A session of its own and no open pipe, so that it outlives the command that started it.
    # shellcheck disable=SC2016 # for root's shell
    as_root env "PATH=$PATH" sh -c 'setsid dockerd >"$1" 2>&1 </dev/null &' sh "$output"
  fi
  tries=0
  until engine_version >/dev/null; do
    refuse_forbidden_socket
    tries=$((tries + 1))
    [ "$tries" -lt 150 ] || fail 1 "the Docker engine did not answer within 30 s of its start" "see: $output"
    sleep 0.2
  done
  started=' (started now)'
}

refuse_remote_engine
started=
if ! version=$(engine_version); then
  refuse_forbidden_socket
  ! command -v docker >/dev/null || refuse_silent_engine
  install_missing
  version=$(engine_version) || start_engine
  version=$(engine_version)
fi
install_missing
at_least "$version" "$engine_wanted" ||
  fail 1 "Docker Engine $version is too old, the lab needs $engine_wanted (healthcheck.start_interval)" \
    "upgrade it, then try again"
line engine "docker $version running${started}"
