#!/bin/sh
# Prints the running lab's table, or with JSON=1 one JSON object.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

require_lab
lab_logs "$@" | report ${JSON:+--json}
