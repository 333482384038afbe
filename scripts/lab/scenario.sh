#!/bin/sh
# Runs scenario files: FILE is one, or a folder of them. CONTROL=1 runs them without their cause, CHECK=1 only reads them.
# Ends with 0 if all passed, 1 if one failed, 2 for an invalid file, 3 if the result is inconclusive.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lab/lab-java.sh

inconclusive=3
[ -n "${FILE:-}" ] || fail 2 "FILE is not given" "such as: make scenario FILE=scenarios/cut-and-heal.yaml"
find_lab_java || exit $inconclusive
set -- "$FILE"
! is_on CONTROL || set -- "$@" --control
! is_on CHECK || set -- "$@" --check
lab_java -Dlogback.configurationFile=nearfar/lab/scenario/cli/logback.xml \
  nearfar.lab.scenario.cli.ScenarioCommand \
  --first 'scripts/lib/engine.sh && scripts/images/images.sh' "$@"
