#!/bin/sh
# Follows the clients and the link until Ctrl-C; with JSON=1 as events for programs, the server's too.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

closed_pipe=141 # the status of a program that writes to a pipe without a reader

# follow SERVICE OPTION...: follows also SERVICE, unless that is empty; OPTION is for the report. Ends when the lab does.
follow() {
  service=$1
  shift
  status=0
  lab_logs --follow --tail 0 ${service:+"$service"} 2>&3 | report --follow "$@" 2>&3 || status=$?
}

# ended: whether the lab has ended, or the reader of the pipe.
ended() {
  case $status,$said in "$closed_pipe",* | *'broken pipe'*) return ;; esac
  sleep 1 # its containers end one after another
  there=$(containers_of wan-control 2>/dev/null) && [ -z "$there" ]
}

require_lab
if is_on JSON; then json=yes; else json=''; fi
# Errors go to a file without a name, which is gone however this script ends.
keep_logs
exec 3>"$logs/wrong"
exec 4<"$logs/wrong"
forget_logs
trap 'forget_unstarted; exit 0' INT TERM
if [ -n "$json" ]; then
  follow server --json
else
  set --
  [ ! -t 1 ] || [ -n "${NO_COLOR:-}" ] || [ "${TERM:-dumb}" = dumb ] || set -- --color
  line link "$(control show 2>&1)"
  follow '' "$@"
fi
said=$(tail -n 1 <&4)
ended || fail 1 "the lab's logs can no longer be followed: ${said:-they ended without an error}" "run: make doctor"
