#!/bin/sh
# The quick static checks: the format, the compiler with Error Prone and NullAway, and the shell.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/mvn -q spotless:check test-compile
if command -v shellcheck >/dev/null; then
  shellcheck -x scripts/*.sh scripts/mvn .ci/run
else
  line shell "not checked, shellcheck is not installed"
fi
line checks "passed"
