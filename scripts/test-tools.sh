#!/bin/sh
# Ends with the programs nobody here wrote that the tests let talk to the lab: nc, bash, Python.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/packages.sh
trap stop_jobs EXIT
trap 'stop_jobs; forget_logs; exit 130' INT TERM HUP

set --
command -v nc >/dev/null || set -- "$@" netcat-openbsd
command -v bash >/dev/null || set -- "$@" bash
command -v python3 >/dev/null || set -- "$@" python3
[ $# -eq 0 ] || require_packages "programs that the tests run" "$@"
forget_logs
