#!/bin/sh
# The quick static checks: the format, the compiler with Error Prone and NullAway, Javadoc, and the shell.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

at_end tidy_up
line checks "the format, the compiler with Error Prone and NullAway, then Javadoc; up to two minutes"
said=$(scripts/mvn --version 2>&1) || { # there is none, and that it says well
  echo "$said" >&2
  exit 1
}
maven spotless:check verify -DskipTests || fail 1 "the sources do not pass" "mend them; for the format alone: make format"
# How long something took is System.nanoTime's to tell: the time of day jumps when somebody sets the clock.
clock='currentTimeMillis|(Instant|Local|Zoned|Offset)[A-Za-z]*\.now|Instant::now|(Clock|InstantSource)\.(system|tick)'
clock="$clock|toEpochMilli|new Date\\(|(Duration|ChronoUnit\\.[A-Z]+)\\.between"
clock="$clock|\\.until\\([A-Za-z.]+(\\([^()]*\\))?[,)]" # an Instant's; who awaits something gives until() a lambda
clocks=$(grep -rnE --include='*.java' "$clock" ./*/src ./workshop/checker/src | grep -v '// time of day$') || true
[ -z "$clocks" ] || {
  echo "$clocks" >&2
  fail 1 "the clock on the wall is read" "measure with System.nanoTime; where people are told the time, end the line with // time of day"
}
if command -v shellcheck >/dev/null; then
  shellcheck -x scripts/*/*.sh bench/*.sh examples/*.sh lab-tests/src/test/resources/nearfar/tests/support/*.sh scripts/mvn .ci/run
else
  line shell "not checked, shellcheck is not installed"
fi
line checks "passed"
