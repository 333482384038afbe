# Locks: one command at a time changes a lab, or its images. Sourced, after lib.sh.
# shellcheck shell=sh

# take_lock NAME: waits until no other command of this folder holds the lock of that name, and reports the wait.
take_lock() {
  if command -v flock >/dev/null; then
    lock=target/$1.lock try=try_flock
  else
    lock=target/$1.held try=try_link
  fi
  owner=''
  until $try; do
    [ -z "$owner" ] || [ -n "${lock_reported:-}" ] || {
      line waiting "another command has the lock (process $owner) …"
      lock_reported=yes
    }
    sleep 0.2
  done
  locked=yes
}

# release_lock: does nothing where no lock was taken; a trap may call it.
release_lock() {
  [ -z "${locked:-}" ] || case $try in
    try_flock) flock -u 9 ;; # also for a background process that has inherited the descriptor
    *) rm -f "$lock" ;;
  esac
  locked=
}

# try_flock: the system releases the lock of a command that was killed.
try_flock() {
  # Tried in a subshell, since a failed redirection of exec ends the script.
  wrong=$( (mkdir -p target && : >>"$lock") 2>&1) || refuse_place
  exec 9>>"$lock"
  if flock -n 9; then
    echo $$ >"$lock"
  else
    owner=$(cat "$lock")
    return 1
  fi
}

# try_link: for systems without flock, such as macOS. The lock is a symbolic link to PROCESS@START of its owner: one step
# creates and signs it. A process that began at another time only has the number of an owner that was killed.
try_link() {
  ! make_link "$lock" || return 0
  if ! link=$(target_of "$lock"); then
    require_place # an existing link was released just now
  elif is_alive "$link"; then
    owner=${link%%@*}
  else
    break_lock || exit
  fi
  return 1
}

# make_link PATH: fails if PATH exists or cannot be made; $wrong has the reason.
make_link() {
  wrong=$(mkdir -p target 2>&1 && ln -s "$$@$(start_of $$)" "$1" 2>&1)
}

# target_of LINK: fails where there is no link. Not every system has readlink.
target_of() {
  # shellcheck disable=SC2012 # ls changes no character of these names
  ls -l "$1" 2>/dev/null | sed -n 's/.* -> //p' | grep .
}

# start_of PROCESS: prints when it began, in units of the system; nothing where that cannot be read.
start_of() {
  if [ -r /proc/self/stat ]; then
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
  else
    LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null | sed 's/ *$//; s/[ /][ /]*/-/g'
  fi
}

# is_alive PROCESS@START: whether that owner still runs. A process of another user may be hidden from /proc and cannot be
# signalled: it is dead only if the system has no such process.
is_alive() {
  began=$(start_of "${1%%@*}")
  if [ -n "$began" ]; then
    [ "$began" = "${1#*@}" ]
  else
    case $(LC_ALL=C kill -0 "${1%%@*}" 2>&1) in *"o such process"*) return 1 ;; esac
  fi
}

# break_lock: removes the lock of $link, whose owner has gone. One command at a time does it: a late one would remove the
# lock that another has made since.
break_lock() (
  trap '' INT TERM HUP
  if make_link "$lock.breaking"; then
    [ "$(target_of "$lock")" != "$link" ] || rm -f "$lock"
    rm -f "$lock.breaking"
  elif ! breaker=$(target_of "$lock.breaking"); then
    require_place
  elif is_alive "$breaker"; then
    sleep 0.1
  elif [ "$(target_of "$lock.breaking")" = "$breaker" ]; then
    fail 1 "a command that was killed has left $lock.breaking" "remove it: rm $PWD/$lock.breaking"
  fi
)

# require_place: fails if the folder allows no lock.
require_place() {
  { [ ! -e "$lock" ] && make_link "$lock.$$" && rm -f "$lock.$$"; } || refuse_place
}

refuse_place() {
  fail 1 "no lock can be made in $PWD/target: ${wrong##*: }" \
    "does that folder belong to another user, or is the disk full? remove it, or free some space"
}
