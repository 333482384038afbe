#!/bin/sh
# Shows the WAN's link, or changes it under the running clients and waits until it is in force.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lock.sh
. scripts/lab.sh

# How wan-control ends where it cannot do the rest: it has no Docker socket, and nobody in the lab has.
engine_needed=3

show() {
  while IFS='	' read -r label text; do line "$label" "$text"; done
}

# not_said STATUS SAID NEXT: why there is no answer, or no good one.
not_said() {
  case $1 in
    1 | 2) fail "$1" "$(echo "$2" | tail -n 1)" "$3" ;;
    *) fail 1 "wan-control does not answer, the engine may be starting it again" \
      "try again; see: docker compose -p $LAB logs wan-control" ;;
  esac
}

show_present() {
  status=0
  said=$(control show 2>&1) || status=$?
  case $status in
    0) line link "$said" ;;
    *) not_said "$status" "$said" "ask for it again: make wan PROFILE=…" ;;
  esac
}

# settle: the engine pauses the gateway for a cut and lets it go on otherwise; then waits for wan-control's part.
settle() {
  gateway=$(containers_of wan-gateway) paused=$(containers_of wan-gateway status=paused)
  if [ "${PROFILE:-}" = cut ] && [ -n "$gateway" ]; then
    [ -n "$paused" ] || docker pause "$gateway" >/dev/null
    control paused
  else
    [ -z "$paused" ] || docker unpause "$paused" >/dev/null
    control await
  fi
}

# answered: whether there is an answer at all. Interrupted, `docker exec` says nothing, and that it succeeded.
answered() {
  case $said in *"is	"*) ;; *) return 1 ;; esac
}

# carry_out: sets $said and $status; succeeds if the link is in force.
carry_out() {
  status=0
  # shellcheck disable=SC2086 # no word has a blank in it that would make sense
  said=$(control ask $words 2>&1) || status=$?
  case $status in
    0) answered ;;
    "$engine_needed") said=$(settle 2>&1) && answered ;;
    *) return "$status" ;;
  esac
}

# change: an interrupt ends what this calls, though not this; then it is asked again, which changes nothing.
change() {
  rounds=3
  until carry_out; do
    case $status in 1 | 2) not_said "$status" "$said" "see: make help" ;; esac
    rounds=$((rounds - 1))
    [ "$rounds" -gt 0 ] || case $status in
      "$engine_needed") fail 1 "the link is not in force: $(echo "$said" | tail -n 1)" \
        "see: docker compose -p $LAB logs wan-control wan-gateway" ;;
      *) not_said "$status" "$said" '' ;;
    esac
  done
  echo "$said" | show
}

require_lab
words=$(link_words)
if [ -z "$words" ]; then
  show_present
  exit
fi
# An order that is given and not carried out would leave a link that says one thing and does another.
trap '' INT TERM HUP
trap release_lock EXIT
[ -n "${NEARFAR_LOCKED:-}" ] || take_lock "lab-$LAB"
change
