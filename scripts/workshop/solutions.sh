#!/bin/sh
# Checks all known solutions of the exercises: a right one has to pass, a wrong one has to get its hint. One after another,
# since some are judged by their timing. Writes lab-tests/target/solutions.md.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/images/images.sh
scripts/images/side-image.sh workshop
line solutions "right and wrong ones, a check for each; a quarter of an hour"
exec scripts/test/lab-tests.sh SolutionsTest -Djunit.jupiter.execution.parallel.enabled=false
