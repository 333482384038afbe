#!/bin/sh
# Installs the third-party programs that the tests connect to the lab: nc, bash, Python.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
at_end tidy_up

set --
command -v nc >/dev/null || set -- "$@" netcat-openbsd
command -v bash >/dev/null || set -- "$@" bash
command -v python3 >/dev/null || set -- "$@" python3
[ $# -eq 0 ] || require_packages "programs that the tests run" "$@"
