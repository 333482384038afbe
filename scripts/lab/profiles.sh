#!/bin/sh
# Lists the links that have a name, or shows one with its sources; needs an image and no lab. --markdown prints the table
# of docs/profiles.md.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh
. scripts/images/image-state.sh

engine_version >/dev/null || refuse_silent_docker
image=$(image_of wan-control)
image_state
case " $absent " in *" wan-control "*) fail 1 "the image $image is missing" "run: make images" ;; esac
case " $stale " in
  *" wan-control "*) line image "built from other sources; run: make images" >&2 ;;
esac
! is_on JSON || set -- "$@" --json
status=0
said=$(in_image "$image" profiles "$@" ${PROFILE:+"$PROFILE"} 2>&1 </dev/null) || status=$?
[ "$status" = 0 ] || fail "$status" "$(echo "$said" | head -n 1)" "see: make profiles"
printf '%s\n' "$said"
