#!/bin/sh
# Checks the exercise of LESSON. Without LESSON it prints which of two commands to use.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

[ -n "${LESSON:-}" ] || fail 2 "LESSON is not given" "to check an exercise: make check LESSON=4; to check the sources: make lint"
exec scripts/workshop/check-exercise.sh
