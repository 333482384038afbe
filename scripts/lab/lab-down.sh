#!/bin/sh
# Removes everything that lab-up made: containers, networks, volumes; also after an interrupted lab-up.
set -eu
cd "$(dirname "$0")/../.."
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

# remove: by label and by id, not by the compose file, which may have changed since then.
remove() {
  # shellcheck disable=SC2086 # lists of ids
  {
    [ -z "$containers" ] || docker rm --force --volumes $containers
    [ -z "$networks" ] || docker network rm $networks
    [ -z "$volumes" ] || docker volume rm $volumes
  } >/dev/null
}

# count WORD LIST: prints how many there are, such as 2 networks.
count() {
  number=$(echo "$2" | grep -c .) || :
  if [ "$number" = 1 ]; then echo "1 $1"; else echo "$number $1s"; fi
}

refuse_remote_docker
command -v docker >/dev/null || {
  line lab "Docker is not installed here: there is no lab"
  exit 0
}
engine_version >/dev/null || refuse_silent_docker
look
# The lab in which this one's exercises are checked.
check_lab=$(docker network ls --quiet --filter "label=nearfar.lab=$LAB-check")
[ -z "$check_lab" ] || LAB=$LAB-check scripts/lab/lab-down.sh
if [ -z "$containers$networks$volumes" ]; then
  [ -n "$check_lab" ] || line lab "'$LAB' does not exist"
  exit 0
fi
gone="$(count container "$containers"), $(count network "$networks"), $(count volume "$volumes")"
# Docker may still be making what an interrupted lab-up asked for, and a helper may end by itself at the same time.
while [ -n "$containers$networks$volumes" ]; do
  [ "$rounds" -gt 0 ] || fail 1 "not all of '$LAB' could be removed: $wrong" "try again: make lab-down"
  wrong=$(remove 2>&1) || :
  rounds=$((rounds - 1))
  look
done
line lab "'$LAB' is removed: $gone"
