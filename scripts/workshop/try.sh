#!/bin/sh
# Runs what the attendee has made of an exercise against the lab that is up, near or with NET=wan far, and shows what it
# prints: on this machine, at the lab's door, or where that has no JDK 25, or no Python 3, in a container as a check does.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/images/image-state.sh
. scripts/lab/lab.sh
. scripts/workshop/workshop.sh

longest=60

# shellcheck disable=SC2317 # a trap calls it
remove() {
  trap '' INT TERM HUP
  docker rm --force "$name" >/dev/null 2>&1 || :
}

# runs_here: whether this machine has what runs the program, and what ends one that hangs. How connections end, which
# lessons 6 and 7 are about, is not seen through a door: the engine's proxy behind it takes each, and ends it its own way.
runs_here() {
  case $LESSON in 6 | 7) return 1 ;; esac
  command -v timeout >/dev/null || return
  case $runner in
    java) home=$(scripts/mvn --where 2>/dev/null) && runner=$home/bin/java ;;
    *) python3 -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null ;;
  esac
}

# door_of NETWORK: prints the address on this machine that leads there.
door_of() {
  case $1 in lan) service=server ;; wan) service=wan-gateway ;; esac
  docker port "$(containers_of "$service")" "${port:-4444}" | head -n 1
}

choose_lesson
case $LESSON in
  3) fail 2 "the exercise of lesson 3 is a server, and is called by others" "make lab-up SERVER=$folder/Server.java" ;;
esac
[ "$LESSON" != 8 ] || {
  refuse_language
  exec scripts/workshop/try-test.sh
}
case ${NET:-lan} in
  lan | wan) ;;
  *) fail 2 "NET=$NET is neither lan nor wan" "such as: make try LESSON=$LESSON NET=wan" ;;
esac
hand_out
choose_program
show_nobody
require_lab
port=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$wan_control" | sed -n 's/^SERVICE_PORT=//p')
runner=$(runner_of "$program") status=0
if runs_here; then
  door=$(door_of "${NET:-lan}")
  line try "$folder/$program 127.0.0.1 ${door##*:}, at the door to the ${NET:-lan}"
  (cd "$folder" && exec timeout -k 1 $longest "$runner" "$program" 127.0.0.1 "${door##*:}") </dev/null || status=$?
else
  scripts/images/side-image.sh workshop
  name="$LAB-try-$$"
  at_end remove
  line try "$folder/$program server ${port:=4444}, in a container on the ${NET:-lan}"
  confined "$name" "${LAB}_${NET:-lan}" --log-driver none "$workshop_image" \
    timeout -k 1 $longest "$runner" "$program" server "$port" </dev/null || status=$?
fi
case $status in
  0) line ended "well" ;;
  124 | 137) fail 1 "it still ran after $longest s, and was ended" "what does it wait for?" ;;
  *) fail 1 "it ended with status $status" "" ;;
esac
