#!/bin/sh
# Follows the clients and the link until Ctrl-C; with JSON=1 as events for programs, the server's too.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab.sh

require_lab
trap 'forget_unstarted; exit 0' INT TERM
case ${JSON:-0} in
  0) ;;
  *)
    lab_logs --follow --tail 0 server 2>/dev/null | report --follow --json 2>/dev/null
    exit
    ;;
esac
set --
[ ! -t 1 ] || [ -n "${NO_COLOR:-}" ] || [ "${TERM:-dumb}" = dumb ] || set -- --color
line link "$(control show 2>&1)"
lab_logs --follow --tail 0 2>/dev/null | report --follow "$@" 2>/dev/null
