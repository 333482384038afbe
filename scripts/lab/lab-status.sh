#!/bin/sh
# Prints the running lab's table, or with JSON=1 one JSON object.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

require_lab
set --
! is_on JSON || set -- --json
keep_logs
trap forget_logs EXIT
lab_log
# A partition that a restarted client left is put back before the table is printed.
if grep -q '"faults":"[^"]*partition' "$logs/lab"; then
  scripts/lab/wan.sh >/dev/null 2>&1 || :
  lab_log
fi
report "$@" <"$logs/lab"
