#!/bin/sh
# Shows the WAN's link, or changes it under the running clients and waits until it is in force.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

# wan-control cannot pause the gateway: it has no Docker socket, and nobody in the lab has.
engine_needed=3

show() {
  while IFS='	' read -r label text; do line "$label" "$text"; done
}

# settle: lets the engine do its part, then waits for the rest.
settle() {
  paused=$(containers_of wan-gateway status=paused)
  if [ "${PROFILE:-}" = cut ]; then
    [ -n "$paused" ] || docker pause "$(containers_of wan-gateway)" >/dev/null
    echo "$said" | show
    return
  fi
  [ -z "$paused" ] || docker unpause "$paused" >/dev/null
  said=$(control await 2>&1) || fail 1 "the link is not in force: $(echo "$said" | tail -n 1)" \
    "see: docker compose -p $LAB logs wan-control wan-gateway"
  echo "$said" | show
}

require_lab
words=$(link_words)
if [ -z "$words" ]; then
  said=$(control show) && status=0 || status=$?
  line link "$said"
  exit "$status"
fi
status=0
# shellcheck disable=SC2086 # no word has a blank in it that would make sense
said=$(control ask $words 2>&1) || status=$?
case $status in
  0) echo "$said" | show ;;
  "$engine_needed") said=$(echo "$said" | grep '	') && settle ;;
  *) fail "$status" "$said" "see: make help" ;;
esac
