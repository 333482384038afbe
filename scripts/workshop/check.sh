#!/bin/sh
# Checks an exercise of the workshop: LESSON names it. Without LESSON it says which of two commands is meant.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

[ -n "${LESSON:-}" ] || fail 2 "LESSON is not given" "to check an exercise: make check LESSON=4; to check the sources: make lint"
exec scripts/workshop/check-exercise.sh
