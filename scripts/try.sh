#!/bin/sh
# Runs what the attendee has made of an exercise against the lab that is up, near or with NET=wan far, and shows what it
# prints. In a container, as a check does: whoever has neither Java nor Python needs none.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/image-state.sh
. scripts/lab.sh
. scripts/workshop.sh

longest=60

# shellcheck disable=SC2317 # a trap calls it
remove() {
  trap '' INT TERM HUP
  docker rm --force "$name" >/dev/null 2>&1 || :
}

choose_lesson
case $LESSON in
  3) fail 2 "the exercise of lesson 3 is a server, and is called by others" "make lab-up SERVER=$folder/Server.java" ;;
  8) fail 2 "the exercise of lesson 8 is a scenario" "make scenario FILE=$folder/scenario.yaml" ;;
esac
case ${NET:-lan} in
  lan | wan) ;;
  *) fail 2 "NET=$NET is neither lan nor wan" "such as: make try LESSON=$LESSON NET=wan" ;;
esac
hand_out
choose_program
show_nobody
require_lab
scripts/side-image.sh workshop
port=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$wan_control" | sed -n 's/^SERVICE_PORT=//p')
name="$LAB-try-$$" status=0
at_end remove
line try "$folder/$program server ${port:=4444}, on the ${NET:-lan}"
confined "$name" "${LAB}_${NET:-lan}" --log-driver none "$workshop_image" \
  timeout -k 1 $longest "$(runner_of "$program")" "$program" server "$port" </dev/null || status=$?
case $status in
  0) line ended "well" ;;
  124 | 137) fail 1 "it still ran after $longest s, and was ended" "what does it wait for?" ;;
  *) fail 1 "it ended with status $status" "" ;;
esac
