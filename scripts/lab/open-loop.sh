#!/bin/sh
# Many clients in one short-lived container beside the lab's own, near or far: they come by appointment, and what they
# were kept waiting is a table. An interrupt prints what there is so far.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/lab.sh

longest=3600
connections_seen=/proc/sys/net/netfilter/nf_conntrack_max

# whole_number TEXT: whether it is one from 1 on, short enough to reckon with.
whole_number() {
  case $1 in 0* | *[!0-9]* | '' | ??????*) return 1 ;; esac
}

# spare_the_table: the kernel of the machine remembers each connection over a bridge for two minutes. Whoever fills its
# table stops all new connections of the machine, not only the lab's: half of it is for others.
spare_the_table() {
  table=$(cat $connections_seen 2>/dev/null) || return 0
  remembered=$(LC_ALL=C awk -v clients="$clients" -v rate="${RATE:-0}" -v seconds="$seconds" \
    'BEGIN { printf "%d", (rate > 0 ? rate : clients / 10) * (seconds < 120 ? seconds : 120) }')
  [ "$remembered" -le $((table / 2)) ] ||
    fail 2 "this would put $remembered connections into the machine's table of $table, of which half is for others" \
      "lower RATE or SECONDS, or enlarge the table: sysctl net.netfilter.nf_conntrack_max"
}

# come: the clients. They may do as little as those of the lab, but have more connections and more memory.
come() {
  hardened run open-loop "${LAB}_$network" 200m --rm --name "$name" \
    --ulimit nofile=$((clients + 100)) --cpu-shares 512 --log-driver none \
    --env "NEARFAR_SEND=${SEND:-}" --env "NEARFAR_EXPECT=${EXPECT:-}" --env "NEARFAR_READ_ONCE=${READ_ONCE:-}" \
    --env "NEARFAR_CONNECT_TIMEOUT=${CONNECT_TIMEOUT:-}" --env "NEARFAR_READ_TIMEOUT=${READ_TIMEOUT:-}" \
    nearfar/client:local load --clients "$clients" --for "${seconds}s" ${RATE:+--rate "$RATE"} ${RAMP:+--ramp "$RAMP"} \
    $format server "$port"
}

# shellcheck disable=SC2317 # a trap calls it
# interrupted: what came of it so far counts. One that is only about to start is told, too, as soon as it is there.
interrupted() {
  trap '' INT TERM HUP
  while kill -0 "$coming" 2>/dev/null; do
    docker stop --signal INT --time 10 "$name" >/dev/null 2>&1 || sleep 0.2
  done
}

clients=${CLIENTS:-1000} seconds=${OPEN_LOOP_SECONDS:-10} network=${NET:-lan}
whole_number "$clients" || fail 2 "CLIENTS=$clients is no number of clients" "such as: make open-loop CLIENTS=10000"
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
come </dev/null &
coming=$! status=0
wait "$coming" || status=$?
while kill -0 "$coming" 2>/dev/null; do # not its end, but a signal
  status=0
  wait "$coming" || status=$?
done
case $status in
  0 | 1 | 2) exit "$status" ;;
  137) fail 1 "the clients were killed, perhaps for the 200 MB that they may have" "take fewer: CLIENTS=$((clients / 2))" ;;
  *) fail 1 "the clients could not come" "see above, and: docker compose -p $LAB ps" ;;
esac
