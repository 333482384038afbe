# Functions that the lab's scripts share: messages, questions, background jobs, root. Sourced.
# shellcheck shell=sh

# dockerd and iptables are here, also for a user who is not root.
PATH=$PATH:/usr/sbin:/sbin

# line LABEL TEXT: prints one line of a report, aligned with the others.
line() {
  printf '  %-9s %s\n' "$1" "$2"
}

# printable: copies its input without control characters, except tab and line feed: a third-party image or program must
# not control the user's terminal. Those of Unicode's second block are two bytes in UTF-8.
printable() {
  LC_ALL=C tr -d '\000-\010\013-\037\177' | LC_ALL=C sed "s/$(printf '\302')[$(printf '\200')-$(printf '\237')]//g"
}

# fail STATUS WHAT NEXT: prints what is wrong and what to do about it, and ends with STATUS.
fail() {
  printf '  ✘ %s\n' "$2" | printable >&2
  [ -z "${3:-}" ] || printf '    %s\n' "$3" | printable >&2
  exit "$1"
}

# is_on NAME: whether the switch in the variable of that name is on. A value that is neither on nor off ends the script.
is_on() {
  eval "switch=\${$1:-}"
  # shellcheck disable=SC2154 # just above
  case $switch in
    '' | 0 | no | false) return 1 ;;
    1 | yes | true) ;;
    *) fail 2 "$1: \"$switch\" is neither 1 nor 0" "give $1=1 (or yes, true) for on, $1=0 (or no, false, nothing) for off" ;;
  esac
}

# agree QUESTION: asks on a terminal, where Enter means yes; without a terminal the answer is yes.
agree() {
  [ -t 0 ] && [ -t 1 ] || return 0
  printf '  %s [Y/n] ' "$1"
  read -r answer || return 1
  case $answer in '' | [Yy]*) return 0 ;; *) return 1 ;; esac
}

# may_be_root: whether as_root can work here.
may_be_root() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

# as_root COMMAND...: runs it as root, or fails with the command for root.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif may_be_root; then
    sudo "$@"
  else
    fail 1 "this needs root, and $(id -un) may not become root here" "as root, run: $*"
  fi
}

# at_least HAVE WANT: whether version HAVE is WANT or later; compares MAJOR.MINOR.
at_least() {
  have_major=${1%%.*} have_rest=${1#*.} want_major=${2%%.*} want_minor=${2#*.}
  have_minor=${have_rest%%[!0-9]*}
  [ "$have_major" -gt "$want_major" ] ||
    { [ "$have_major" -eq "$want_major" ] && [ "${have_minor:-0}" -ge "$want_minor" ]; }
} 2>/dev/null

# clock: prints seconds, with hundredths, of a monotonic clock; of the time of day where the system shows none.
clock() {
  { read -r moment _ </proc/uptime; } 2>/dev/null || moment=$(date +%s)
  echo "$moment"
}

# now: the same in whole seconds.
now() {
  moment=$(clock)
  echo "${moment%.*}"
}

# keep_logs: makes $logs, the folder for the output of background jobs.
keep_logs() {
  [ -n "${logs:-}" ] || logs=$(mktemp -d "${TMPDIR:-/tmp}/nearfar.XXXXXX")
}

# forget_logs: removes it, unless a message names it.
forget_logs() {
  # A job that is just ending may still write there.
  [ -z "${logs:-}" ] || [ -n "${logs_named:-}" ] || rm -rf "$logs" 2>/dev/null || { sleep 1 && rm -rf "$logs"; }
  logs=
}

# tidy_up: ends the background jobs, and removes their output.
tidy_up() {
  stop_jobs
  forget_logs
}

# at_end COMMAND: runs it at the end of the script, also after an interrupt.
at_end() {
  # shellcheck disable=SC2064 # COMMAND is known now
  trap "$1" EXIT
  trap 'exit 130' INT TERM HUP
}

# start_job NAME COMMAND...: runs it in the background, with its output in $logs/NAME.log.
start_job() {
  job=$1
  shift
  ("$@") >"$logs/$job.log" 2>&1 </dev/null &
  jobs="${jobs:-} $job:$!"
}

# finish_jobs LABEL TEXT: waits for all jobs, and reports the wait from the third second on. If one of them failed, fails
# with the end of its output.
finish_jobs() {
  began=$(now) reported=
  for job in $jobs; do
    while kill -0 "${job#*:}" 2>/dev/null; do
      sleep 0.1
      seconds=$(($(now) - began))
      [ "$seconds" -ge 2 ] || continue
      if [ -t 1 ]; then
        printf '\r  %-9s %s … %d s' "$1" "$2" "$seconds"
      elif [ -z "$reported" ]; then
        line "$1" "$2 …"
      fi
      reported=yes
    done
    wait "${job#*:}" || failed="${failed:-} ${job%:*}"
  done
  [ -z "$reported" ] || [ ! -t 1 ] || printf '\r\033[K'
  jobs=
  for job in ${failed:-}; do
    tail -n 20 "$logs/$job.log" | printable | sed 's/^/    | /' >&2
    logs_named=yes
    fail 1 "$job failed" "the whole output is in $logs/$job.log"
  done
}

# busy LABEL TEXT NAME COMMAND...: start_job and finish_jobs in one.
busy() {
  busy_label=$1 busy_text=$2
  shift 2
  start_job "$@"
  finish_jobs "$busy_label" "$busy_text"
}

# stop_jobs: ends the jobs that still run, with their children.
stop_jobs() {
  for job in ${jobs:-}; do
    stop_tree "${job#*:}"
  done
  jobs=
}

# stop_tree PROCESS: ends it and all its descendants, and waits, ten seconds at most, until they are gone. It stops each
# with SIGSTOP before SIGTERM: a process that is just starting another could end before the other is seen. A process that
# has become another program since then gets the signal again: a shell's child that has not called exec yet handles it as
# the shell does. Process groups do not serve: without a terminal, as in CI, dash refuses `set -m`, and macOS has no setsid.
stop_tree() {
  held='' signalled='' ticks=0
  while tree=$(tree_of "$1") && [ -n "$tree" ] && [ $ticks -lt 200 ]; do
    new=
    for process in $tree; do
      case "$signalled " in *" $process "*) ;; *) new="$new ${process%%:*}" signalled="$signalled $process" ;; esac
    done
    # shellcheck disable=SC2086 # lists of ids
    if [ -n "$new" ]; then
      kill -STOP $new 2>/dev/null || :
      held="$held $new"
    elif [ -n "$held" ]; then
      kill -TERM $held 2>/dev/null || :
      kill -CONT $held 2>/dev/null || :
      held=
    else
      sleep 0.05
    fi
    ticks=$((ticks + 1))
  done
}

# tree_of PROCESS: prints ID:PROGRAM of it and of all its descendants, except zombies.
tree_of() {
  processes | awk -v process="$1" '
    function tell(process,  i, child) {
      if (state[process] ~ /^[A-Y]/) print process ":" program[process]
      for (i = split(children[process], child, " "); i > 0; i--) tell(child[i])
    }
    {
      id = $1; children[$2] = children[$2] " " id; state[id] = $3
      sub(/^ *[^ ]+ +[^ ]+ +[^ ]+ +/, ""); gsub(/[^A-Za-z0-9._-]/, "-"); program[id] = $0
    }
    END { tell(process) }'
}

# processes: prints the id, parent, state and program of each process. BusyBox's ps does not have these columns.
processes() {
  if [ -r /proc/self/stat ]; then
    cat /proc/[0-9]*/stat 2>/dev/null | sed -n 's/^\([0-9]*\) (\(.*\)) \([A-Za-z]\) \([0-9]*\) .*/\1 \4 \3 \2/p'
  else
    ps -A -o pid= -o ppid= -o stat= -o comm=
  fi
}

# maven ARGUMENT...: runs Maven, and prints warnings and errors, each once, only if it fails. Maven's -q would hide the
# warnings for which -Werror fails.
maven() {
  keep_logs
  scripts/mvn --batch-mode --no-transfer-progress -Dstyle.color=never -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
    "$@" >"$logs/maven.log" 2>&1 && return
  sed "s/$(printf '\033')\[[0-9;]*m//g" "$logs/maven.log" | sed '/^\[ERROR\] .*Compilation failure/,$d
    /^\[ERROR\] -> \[Help/,$d
    / -> \[Help/ { s/ -> \[Help.*//; q; }'
  return 1
}

# maven_repository: prints the folder of Maven's local repository. Maven colours even that.
maven_repository() {
  scripts/mvn --batch-mode -q -Dstyle.color=never -N -Dexpression=settings.localRepository -DforceStdout \
    org.apache.maven.plugins:maven-help-plugin:3.5.2:evaluate | sed "s/$(printf '\033')\[[0-9;]*m//g"
}

# project_version: prints the version of this project, from pom.xml.
project_version() {
  sed -n 's|.*<revision>\(.*\)</revision>.*|\1|p' pom.xml
}
