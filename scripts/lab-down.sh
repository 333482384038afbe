#!/bin/sh
# Removes everything that lab-up made: containers, networks, the volume; also after half a lab-up.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

labelled() {
  kind=$1
  shift
  docker "$kind" ls --quiet --filter "label=nearfar.lab=$LAB" "$@"
}

# count WORD LIST: how many there are, in words.
count() {
  echo "$(echo "$2" | grep -c .) $1"
}

refuse_remote_engine
engine_version >/dev/null || {
  line lab "no Docker engine runs, so nothing of the lab does"
  exit 0
}
containers=$(labelled container --all) networks=$(labelled network) volumes=$(labelled volume)
# By label and by id, not by the compose file: that may have changed since, and half a lab has to go too.
# shellcheck disable=SC2086 # lists of ids
{
  [ -z "$containers" ] || docker rm --force --volumes $containers >/dev/null
  [ -z "$networks" ] || docker network rm $networks >/dev/null
  [ -z "$volumes" ] || docker volume rm $volumes >/dev/null
}
if [ -z "$containers$networks$volumes" ]; then
  line lab "'$LAB' was not there"
else
  line lab "'$LAB' is gone: $(count containers "$containers"), $(count networks "$networks"), $(count volumes "$volumes")"
fi
