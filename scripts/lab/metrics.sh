#!/bin/sh
# Prints the running lab's figures in the text format of Prometheus: the lab's own, then Toxiproxy's.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/lab.sh

require_lab
keep_logs
trap forget_logs EXIT
lab_log || fail 1 "the lab's logs cannot be read: $(tail -n 1 "$logs/wrong")" "run: make doctor"
report --metrics <"$logs/lab"
# A gateway that is paused, as for a cut, says nothing; what the lab says stands all the same.
control metrics 2>/dev/null || echo "# the gateway does not answer, there are no figures of Toxiproxy"
