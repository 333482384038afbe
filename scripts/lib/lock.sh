# One at a time: what must not be done to a lab, or to its images, by two shells at once. Sourced, after lib.sh.
# shellcheck shell=sh

# take_lock NAME: waits until no other shell of this folder holds the lock of that name, and says so. One whose
# owner has gone is taken over. It is a link to its owner's number, so that it is made and signed in one step.
take_lock() {
  lock=target/$1.held
  until make_link "$lock"; do
    if ! owner=$(owner_of "$lock"); then
      require_place # where there is one it was given back just now
    elif is_there "$owner"; then
      [ -n "${told_lock:-}" ] || line waiting "another command is at it (process $owner) …"
      told_lock=yes
      sleep 0.2
    else
      break_lock || exit
    fi
  done
  locked=yes
}

# release_lock: does nothing where none was taken; for a trap, too.
release_lock() {
  [ -z "${locked:-}" ] || rm -f "$lock"
  locked=
}

# make_link PATH: fails where there is something already, or nothing can be; $wrong says why.
make_link() {
  wrong=$(mkdir -p target 2>&1 && ln -s $$ "$1" 2>&1)
}

# owner_of LINK: prints the number in it; fails where there is none. Not every system has readlink.
owner_of() {
  # shellcheck disable=SC2012 # no such name has anything in it that ls would change
  ls -l "$1" 2>/dev/null | sed -n 's/.* -> //p' | grep .
}

is_there() {
  kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]
}

# break_lock: removes the lock of $owner, who has gone. By one shell at a time: else one that is late would remove what
# another has made in the place of it.
break_lock() (
  trap '' INT TERM HUP
  if make_link "$lock.breaking"; then
    [ "$(owner_of "$lock")" != "$owner" ] || rm -f "$lock"
    rm -f "$lock.breaking"
  elif ! breaker=$(owner_of "$lock.breaking"); then
    require_place
  elif is_there "$breaker"; then
    sleep 0.1
  elif [ "$(owner_of "$lock.breaking")" = "$breaker" ]; then
    fail 1 "a command that was killed has left $lock.breaking" "remove it: rm $PWD/$lock.breaking"
  fi
)

# require_place: fails where no lock can be made, whoever else wants one.
require_place() {
  { [ ! -e "$lock" ] && make_link "$lock.$$" && rm -f "$lock.$$"; } ||
    fail 1 "no lock can be made in $PWD/target: ${wrong##*: }" \
      "is that folder another user's, or the disk full? remove it, or make room"
}
