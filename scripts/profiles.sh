#!/bin/sh
# Lists the links that are known by name, or shows one with its sources; needs an image and no lab. With --markdown
# as docs/profiles.md shows them.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/image-state.sh
. scripts/lab.sh

engine_version >/dev/null || {
  refuse_forbidden_socket
  fail 1 "no Docker engine answers" "run: make doctor"
}
image=$(image_of wan-control)
docker image inspect "$image" >/dev/null 2>&1 || fail 1 "the image $image is missing" "run: make images"
case ${JSON:-0} in 0) ;; *) set -- "$@" --json ;; esac
status=0
said=$(in_image "$image" profiles "$@" ${PROFILE:+"$PROFILE"} 2>&1 </dev/null) || status=$?
[ "$status" = 0 ] || fail "$status" "$(echo "$said" | head -n 1)" "see: make profiles"
printf '%s\n' "$said"
