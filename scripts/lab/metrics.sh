#!/bin/sh
# Prints the running lab's metrics in the text format of Prometheus: first the lab's, then Toxiproxy's.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

require_lab
keep_logs
trap forget_logs EXIT
lab_log
report --metrics <"$logs/lab"
# A gateway that is paused, as for a cut, does not answer; the lab's metrics are printed anyway.
control metrics 2>/dev/null || echo "# the gateway does not answer, there are no metrics of Toxiproxy"
