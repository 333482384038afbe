#!/bin/sh
# Follows the clients and the link until Ctrl-C.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

require_lab
trap 'exit 0' INT TERM
line link "$(control show 2>&1)"
lab_logs --follow --tail 0 2>/dev/null | report --follow 2>/dev/null
