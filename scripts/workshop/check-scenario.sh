#!/bin/sh
# Checks the exercise of lesson 8, a scenario: reads it, runs it, runs its negative control, and prints the result.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lab/lab.sh
. scripts/workshop/workshop.sh
. scripts/workshop/verdict.sh

inconclusive=3
no_time=1970-01-01T00:00:00Z # the checker does not use the duration

# run_scenario VARIABLE...: one of the three runs, as by make scenario.
run_scenario() {
  status=0
  env FILE="$folder/$program" "$@" scripts/lab/scenario.sh >"$logs/out-$step" 2>"$logs/err-$step" </dev/null || status=$?
  [ "$status" != $inconclusive ] || {
    tail -n 5 "$logs/err-$step" | printable >&2
    fail 1 "the scenario is inconclusive" "see above, and: make scenario FILE=$folder/$program"
  }
  record $step "$status false $no_time $no_time"
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
if run_scenario CHECK=1 CONTROL=1; then
  line run "2 of 3: does it hold?"
  if run_scenario; then
    line run "3 of 3: does its negative control fail as it has to?"
    run_scenario CONTROL=1 || :
  fi
fi
give_verdict
