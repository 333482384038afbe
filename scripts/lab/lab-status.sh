#!/bin/sh
# Prints the running lab's table, or with JSON=1 one JSON object.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/lab.sh

require_lab
set --
! is_on JSON || set -- --json
keep_logs
trap forget_logs EXIT
lab_log || fail 1 "the lab's logs cannot be read: $(tail -n 1 "$logs/wrong")" "run: make doctor"
report "$@" <"$logs/lab"
