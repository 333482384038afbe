#!/bin/sh
# Removes everything that lab-up made: containers, networks, the volume; also after half a lab-up.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/lab.sh

rounds=5

labelled() {
  kind=$1
  shift
  docker "$kind" ls --quiet --filter "label=nearfar.lab=$LAB" "$@"
}

look() {
  containers=$(labelled container --all) networks=$(labelled network) volumes=$(labelled volume)
}

# remove: by label and by id, not by the compose file: that may have changed since, and half a lab has to go too.
remove() {
  # shellcheck disable=SC2086 # lists of ids
  {
    [ -z "$containers" ] || docker rm --force --volumes $containers
    [ -z "$networks" ] || docker network rm $networks
    [ -z "$volumes" ] || docker volume rm $volumes
  } >/dev/null
}

# count WORD LIST: how many there are, in words.
count() {
  number=$(echo "$2" | grep -c .) || :
  if [ "$number" = 1 ]; then echo "1 $1"; else echo "$number $1s"; fi
}

refuse_remote_engine
command -v docker >/dev/null || {
  line lab "no Docker is installed here, so there is no lab"
  exit 0
}
engine_version >/dev/null || {
  refuse_forbidden_socket
  fail 1 "no Docker engine answers, so nothing could be removed" "run: make doctor"
}
look
# The lab beside this one, in which exercises are checked.
beside=$(docker network ls --quiet --filter "label=nearfar.lab=$LAB-check")
[ -z "$beside" ] || LAB=$LAB-check scripts/lab/lab-down.sh
if [ -z "$containers$networks$volumes" ]; then
  [ -n "$beside" ] || line lab "'$LAB' was not there"
  exit 0
fi
gone="$(count container "$containers"), $(count network "$networks"), $(count volume "$volumes")"
# What an interrupted lab-up had asked of the engine may come late, and a helper may go by itself meanwhile.
while [ -n "$containers$networks$volumes" ]; do
  [ "$rounds" -gt 0 ] || fail 1 "not all of '$LAB' could be removed: $wrong" "try again: make lab-down"
  wrong=$(remove 2>&1) || :
  rounds=$((rounds - 1))
  look
done
line lab "'$LAB' is gone: $gone"
