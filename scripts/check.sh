#!/bin/sh
# The quick static checks: the format, the compiler with Error Prone and NullAway, Javadoc, and the shell.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

at_end tidy_up
line checks "the format, the compiler with Error Prone and NullAway, then Javadoc; up to two minutes"
said=$(scripts/mvn --version 2>&1) || { # there is none, and that it says well
  echo "$said" >&2
  exit 1
}
maven spotless:check verify -DskipTests || fail 1 "the sources do not pass" "mend them; for the format alone: make format"
if command -v shellcheck >/dev/null; then
  shellcheck -x scripts/*.sh bench/*.sh examples/*.sh scripts/mvn .ci/run
else
  line shell "not checked, shellcheck is not installed"
fi
line checks "passed"
