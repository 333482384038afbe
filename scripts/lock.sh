# One at a time: what must not be done to a lab, or to its images, by two shells at once. Sourced, after lib.sh.
# shellcheck shell=sh

# take_lock NAME: waits until no other shell of this folder holds the lock of that name, and says so. One whose
# owner has gone is taken over.
take_lock() {
  lock=target/$1.lock
  mkdir -p target
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/owner" 2>/dev/null || :)
    if [ -z "$owner" ] || { ! kill -0 "$owner" 2>/dev/null && [ ! -d "/proc/$owner" ]; }; then
      sleep 1 # it may be between its two steps
      [ "$(cat "$lock/owner" 2>/dev/null || :)" != "$owner" ] || remove_lock
      continue
    fi
    [ -n "${told_lock:-}" ] || line waiting "another command is at it (process $owner) …"
    told_lock=yes
    sleep 0.2
  done
  locked=yes
  echo $$ >"$lock/owner"
}

# release_lock: does nothing where none was taken; for a trap, too.
release_lock() {
  [ -z "${locked:-}" ] || remove_lock
  locked=
}

remove_lock() {
  rm -f "$lock/owner"
  rmdir "$lock" 2>/dev/null || :
}
