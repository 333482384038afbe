#!/bin/sh
# Measures links on the running lab's gateway, while the link that is applied stays: all profiles, or the given one. Two
# short-lived containers send each other bytes through proxies that wan-control opens for them.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

not_trustworthy=3

# create NAME NETWORK OPTION... IMAGE ARGUMENT...
create() {
  name=$1 on=$2
  shift 2
  hardened create calibration "${LAB}_$on" 96m --name "$name" "$@" >/dev/null
}

# shellcheck disable=SC2317 # a trap calls it
# close_proxies: also after an interrupt; wan-control closes by itself, some minutes later, what cannot be closed now.
close_proxies() {
  trap '' INT TERM HUP
  tidy_up
  docker rm --force "$run-peer" "$run-prober" >/dev/null 2>&1 || :
  [ -z "${probing:-}" ] || wait "$probing" 2>/dev/null || :
  [ -z "${plan:-}" ] || control calibration close "$plan" >/dev/null 2>&1 || :
}

# quota: prints the option with the number of cores that the gateway may use, if that is limited.
quota() {
  docker inspect --format '{{.HostConfig.NanoCpus}} {{.HostConfig.CpuQuota}} {{.HostConfig.CpuPeriod}}' "$gateway" |
    LC_ALL=C awk '$1 > 0 { print "--gateway-cpus=" $1 / 1e9 }
      $1 <= 0 && $2 > 0 { print "--gateway-cpus=" $2 / ($3 > 0 ? $3 : 100000) }'
}

for word in ${FAULT:+"FAULT=$FAULT"} ${SEED:+"SEED=$SEED"}; do
  fail 2 "$word has no effect: links are measured, not faults" "leave it out: make calibrate PROFILE=lte"
done
require_lab
gateway=$(containers_of wan-gateway)
[ -z "$(containers_of wan-gateway status=paused)" ] ||
  fail 1 "the link of '$LAB' is cut: nothing can be measured on a paused gateway" "heal it: make wan PROFILE=heal"
words=$(link_words | tr '\n' ' ')
if is_on JSON; then format=--json; else format=''; fi
run="$LAB-calibration-$$"
keep_logs
at_end close_proxies
start_job peer create "$run-peer" uplink --network-alias "calibration-$$" nearfar/wan-control:local peer
status=0
plan=$(control calibration open --peer "calibration-$$" ${words:+"$words"} 2>"$logs/wrong") || status=$?
[ "$status" = 0 ] || fail "$status" "$(tail -n 1 "$logs/wrong")" "see: make help"
finish_jobs calibrate "starting"
docker start "$run-peer" >/dev/null
# shellcheck disable=SC2046,SC2086 # an option each, or none
create "$run-prober" wan nearfar/wan-control:local probe $format $(quota) "$plan"
# In the background: docker would only pass an interrupt on to the container, which can miss it while it starts.
docker start --attach "$run-prober" </dev/null &
probing=$!
wait "$probing" || status=$?
case $status in
  0 | "$not_trustworthy") exit "$status" ;;
  *) fail 1 "the links could not be measured" "see above, and: docker compose -p $LAB logs wan-gateway wan-control" ;;
esac
