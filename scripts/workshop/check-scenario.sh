#!/bin/sh
# Checks the exercise of lesson 8, a scenario: reads it, plays it, plays its negative control, and says what came of that.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lab/lab.sh
. scripts/workshop/workshop.sh
. scripts/workshop/verdict.sh

no_verdict=3
nowhen=1970-01-01T00:00:00Z # how long it took is not asked

# play VARIABLE...: one of the three, as the attendee would by make scenario.
play() {
  status=0
  env FILE="$folder/$program" "$@" scripts/lab/scenario.sh >"$logs/out-$step" 2>"$logs/err-$step" </dev/null || status=$?
  [ "$status" != $no_verdict ] || {
    tail -n 5 "$logs/err-$step" >&2
    fail 1 "there is no verdict" "see above, and: make scenario FILE=$folder/$program"
  }
  record $step "$status false $nowhen $nowhen"
  step=$((step + 1))
  return "$status"
}

choose_lesson
choose_program
keep_logs
at_end tidy_up
scripts/lib/engine.sh
scripts/images/images.sh
seed=0 step=0
unset CHECK CONTROL
line exercise "$LESSON: $folder/$program"
line run "1 of 3: is it a scenario, with a negative control?"
if play CHECK=1 CONTROL=1; then
  line run "2 of 3: does it hold?"
  if play; then
    line run "3 of 3: does its negative control fail as it has to?"
    play CONTROL=1 || :
  fi
fi
give_verdict
