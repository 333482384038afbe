#!/bin/sh
# Runs an open-loop load of many clients from one short-lived container, near or far, and prints a table of their waiting
# times. An interrupt prints the results so far.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

longest=3600
connections_seen=/proc/sys/net/netfilter/nf_conntrack_max

# whole_number TEXT: whether it is a number from 1 to 99999.
whole_number() {
  case $1 in 0* | *[!0-9]* | '' | ??????*) return 1 ;; esac
}

# spare_the_table: the machine's kernel keeps each connection over a bridge in a table for two minutes. A full table stops
# all new connections of the machine, not only the lab's: half of it is for others.
spare_the_table() {
  table=$(cat $connections_seen 2>/dev/null) || return 0
  remembered=$(LC_ALL=C awk -v clients="$clients" -v rate="${RATE:-0}" -v seconds="$seconds" \
    'BEGIN { printf "%d", (rate > 0 ? rate : clients / 10) * (seconds < 120 ? seconds : 120) }')
  [ "$remembered" -le $((table / 2)) ] ||
    fail 2 "this would put $remembered connections into the machine's table of $table, of which half is for others" \
      "lower RATE or SECONDS, or enlarge the table: sysctl net.netfilter.nf_conntrack_max"
}

# load: runs the clients. They have more connections and more memory than those of the lab.
load() {
  hardened run open-loop "${LAB}_$network" 200m --rm --name "$name" \
    --ulimit nofile=$((clients + 100)) --cpu-shares 512 --log-driver none \
    --env "NEARFAR_SEND=${SEND:-}" --env "NEARFAR_EXPECT=${EXPECT:-}" --env "NEARFAR_READ_ONCE=${READ_ONCE:-}" \
    --env "NEARFAR_CONNECT_TIMEOUT=${CONNECT_TIMEOUT:-}" --env "NEARFAR_READ_TIMEOUT=${READ_TIMEOUT:-}" \
    nearfar/client:local open-loop --clients "$clients" --for "${seconds}s" ${RATE:+--rate "$RATE"} ${RAMP:+--ramp "$RAMP"} \
    $format server "$port"
}

# shellcheck disable=SC2317 # a trap calls it
# interrupted: ends the load, which then prints its results; one that is about to start gets the signal as soon as it
# exists.
interrupted() {
  trap '' INT TERM HUP
  while kill -0 "$loading" 2>/dev/null; do
    docker stop --signal INT --time 10 "$name" >/dev/null 2>&1 || sleep 0.2
  done
}

clients=${CLIENTS:-1000} seconds=${OPEN_LOOP_SECONDS:-10} network=${NET:-lan}
whole_number "$clients" || fail 2 "CLIENTS=$clients is not a number of clients" "such as: make open-loop CLIENTS=10000"
{ whole_number "$seconds" && [ "$seconds" -le $longest ]; } ||
  fail 2 "SECONDS=$seconds is not 1 to $longest" "such as: make open-loop SECONDS=10"
case $network in
  lan | wan) ;;
  *) fail 2 "NET=$network is neither lan nor wan" "such as: make open-loop NET=wan" ;;
esac
if is_on JSON; then format=--json; else format=''; fi
spare_the_table
require_lab
port=$(service_port) name="$LAB-open-loop-$$"
trap 'docker rm --force "$name" >/dev/null 2>&1 || :' EXIT
trap interrupted INT TERM HUP
load </dev/null &
loading=$! status=0
wait "$loading" || status=$?
while kill -0 "$loading" 2>/dev/null; do # wait has returned for a signal
  status=0
  wait "$loading" || status=$?
done
case $status in
  0 | 1 | 2) exit "$status" ;;
  137) fail 1 "the clients were killed, perhaps for the 200 MB that they may have" "use fewer: CLIENTS=$((clients / 2))" ;;
  *) fail 1 "the load did not run" "see above, and: docker compose -p $LAB ps" ;;
esac
