#!/bin/sh
# Runs the attendee's solution of an exercise once against the running lab, near, or far with NET=wan, and shows its output:
# on this machine, by the lab's published port, or, if it has no JDK 25 or Python 3, in a container as a check does.
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

# runs_here: whether this machine can run the program, and end one that hangs. Lessons 6 and 7 are about how connections
# end, which a published port hides: Docker's proxy behind it accepts each connection and ends it in its own way.
runs_here() {
  case $LESSON in 6 | 7) return 1 ;; esac
  command -v timeout >/dev/null || return
  case $runner in
    java) home=$(scripts/mvn --where 2>/dev/null) && runner=$home/bin/java ;;
    *) python3 -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null ;;
  esac
}

# published_port_of NETWORK: prints the address on this machine that leads to the network.
published_port_of() {
  case $1 in lan) service=server ;; wan) service=wan-gateway ;; esac
  docker port "$(containers_of "$service")" "$port" | head -n 1
}

choose_lesson
case $LESSON in
  3) fail 2 "the exercise of lesson 3 is a server: there is nothing to run against the lab" "make lab-up SERVER=$folder/Server.java" ;;
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
let_program_be_read
require_lab
port=$(service_port)
runner=$(runner_of "$program") status=0
if runs_here; then
  address=$(published_port_of "${NET:-lan}")
  line try "$folder/$program 127.0.0.1 ${address##*:}, the published port of the ${NET:-lan}"
  (cd "$folder" && exec timeout -k 1 $longest "$runner" "$program" 127.0.0.1 "${address##*:}") </dev/null || status=$?
else
  scripts/images/side-image.sh workshop
  name="$LAB-try-$$"
  at_end remove
  line try "$folder/$program server $port, in a container on the ${NET:-lan}"
  confined "$name" "${LAB}_${NET:-lan}" --log-driver none "$workshop_image" \
    timeout -k 1 $longest "$runner" "$program" server "$port" </dev/null || status=$?
fi
case $status in
  0) line ended "with status 0" ;;
  124 | 137) fail 1 "it still ran after $longest s, and was killed" "find out what it waits for" ;;
  *) fail 1 "it ended with status $status" "" ;;
esac
