#!/bin/sh
# The quick static checks: format, compiler with Error Prone and NullAway, Javadoc, shell.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

at_end tidy_up
line lint "format, compiler with Error Prone and NullAway, Javadoc; up to two minutes"
versions=$(scripts/mvn --version 2>&1) || {
  echo "$versions" >&2
  exit 1
}
maven spotless:check verify -DskipTests || fail 1 "the sources do not pass" "see above; for the format: make format"
# Elapsed time is measured with System.nanoTime: the time of day jumps when the clock is set.
clock='currentTimeMillis|(Instant|Local|Zoned|Offset)[A-Za-z]*\.now|Instant::now|(Clock|InstantSource)\.(system|tick)'
clock="$clock|toEpochMilli|new Date\\(|(Duration|ChronoUnit\\.[A-Z]+)\\.between"
clock="$clock|\\.until\\([A-Za-z.]+(\\([^()]*\\))?[,)]" # an Instant's; Awaitility's until() takes a lambda
clocks=$(grep -rnE --include='*.java' "$clock" ./*/src ./workshop/checker/src | grep -v '// time of day$') || true
[ -z "$clocks" ] || {
  echo "$clocks" >&2
  fail 1 "these lines read the time of day" "measure with System.nanoTime; to print the time for people, end the line with // time of day"
}
if command -v shellcheck >/dev/null; then
  shellcheck -x scripts/*/*.sh bench/*.sh examples/*.sh lab-tests/src/test/resources/nearfar/tests/support/*.sh scripts/mvn .ci/run
else
  line shell "not checked: shellcheck is not installed"
fi
line lint "passed"
