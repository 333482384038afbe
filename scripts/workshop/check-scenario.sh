#!/bin/sh
# Checks the exercise of lesson 8, a scenario: reads it, plays it, plays its twin, and says what came of that.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/lab.sh
. scripts/workshop.sh
. scripts/verdict.sh

no_verdict=3
nowhen=1970-01-01T00:00:00Z # how long it took is not asked

# play VARIABLE...: one of the three, as the attendee would by make scenario.
play() {
  status=0
  env FILE="$folder/$program" "$@" scripts/scenario.sh >"$logs/out-$step" 2>"$logs/err-$step" </dev/null || status=$?
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
scripts/engine.sh
scripts/images.sh
seed=0 step=0
unset CHECK TWIN
line exercise "$LESSON: $folder/$program"
line run "1 of 3: is it a scenario, with a twin?"
if play CHECK=1 TWIN=1; then
  line run "2 of 3: does it hold?"
  if play; then
    line run "3 of 3: does its twin fail as it has to?"
    play TWIN=1 || :
  fi
fi
give_verdict
