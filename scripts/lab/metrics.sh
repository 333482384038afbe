#!/bin/sh
# Prints the running lab's metrics in the text format of Prometheus: first the lab's, then Toxiproxy's.
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
# A gateway that is paused, as for a cut, does not answer; the lab's metrics are printed anyway.
control metrics 2>/dev/null || echo "# the gateway does not answer, there are no metrics of Toxiproxy"
