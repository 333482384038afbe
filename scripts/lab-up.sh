#!/bin/sh
# Prepares what is missing, brings the lab up, waits until every client has been greeted, and prints
# the table. Run again it changes nothing; run with other sizes or another profile it goes there.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

largest=59 # the clients that fit into a side's /26
greeted_within=60s

LAN_CLIENTS=${LAN_CLIENTS:-2} WAN_CLIENTS=${WAN_CLIENTS:-3}
export LAN_CLIENTS WAN_CLIENTS

check_size() {
  case $2 in
    '' | *[!0-9]*) fail 2 "$1=$2 is no number" "give 0 to $largest, such as $1=3" ;;
  esac
  [ "$2" -le "$largest" ] || fail 2 "$1=$2 is more than fit into a side's network" "give 0 to $largest"
}

# seconds: a clock for the line that says how long it took.
seconds() {
  cut -d ' ' -f 1 /proc/uptime 2>/dev/null || date +%s
}

words=$(link_words)

check_link() {
  [ -n "$words" ] || return 0
  # shellcheck disable=SC2086 # no word has a blank in it that would make sense
  wrong=$(in_image nearfar/wan-control:0.1.0 check $words 2>&1 >/dev/null </dev/null) || fail 2 "$wrong" "see: make help"
}

start() {
  log=$(mktemp)
  if ! compose up --detach --remove-orphans >"$log" 2>&1; then
    fail=$(grep -v '^ *$' "$log" | tail -n 3)
    compose logs --no-color --no-log-prefix --tail 3 wan-control server 2>/dev/null | sed 's/^/    /' >&2 || true
    rm -f "$log"
    fail 1 "the lab did not start: $fail" "see: docker compose -p $LAB ps --all; then: make lab-down"
  fi
  rm -f "$log"
}

# elapsed: the seconds since `began`, with a fraction where the system tells one.
elapsed() {
  echo "$began $(seconds)" | awk '{ printf "%.1fs", $2 - $1 }'
}

# await_greetings: prints the table once every client has been greeted; follows the logs meanwhile.
await_greetings() {
  pipe=$(mktemp -u)
  mkfifo "$pipe"
  lab_logs --follow >"$pipe" 2>/dev/null &
  logs=$!
  status=0
  report --await "client-lan=$LAN_CLIENTS,client-wan=$WAN_CLIENTS" --timeout "$greeted_within" \
    --elapsed "$(elapsed)" <"$pipe" || status=$?
  kill "$logs" 2>/dev/null || true
  rm -f "$pipe"
  return "$status"
}

check_size LAN_CLIENTS "$LAN_CLIENTS"
check_size WAN_CLIENTS "$WAN_CLIENTS"
scripts/engine.sh
scripts/clashes.sh
scripts/images.sh
check_link
chmod a+r networks/gateway.json # the gateway reads it as nobody in particular
began=$(seconds)
start
[ -z "$words" ] || scripts/wan.sh >/dev/null
await_greetings || fail 1 "not every client was greeted within $greeted_within" "see: make logs"
echo
line 'your own client' "127.0.0.1:${LAN_DOOR:-4444} over the LAN, 127.0.0.1:${WAN_DOOR:-4445} over the WAN"
line 'next           ' 'make wan PROFILE=geo-satellite · make logs · make lab-down'
