#!/bin/sh
# Follows the clients and the link until Ctrl-C.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

require_lab
lab_logs --follow --tail 5 | report --follow
