#!/bin/sh
# Tries the checks of the exercises with every solution that is known: a right one has to pass, a wrong one has to get its
# hint. One after the other, since some are judged by their pauses; writes lab-tests/target/solutions.md.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/images/images.sh
scripts/images/side-image.sh workshop
line solutions "right and wrong ones, each in a check of its own; a quarter of an hour"
scripts/mvn --batch-mode --no-transfer-progress -Dmaven.source.skip -Dmaven.javadoc.skip -pl lab-tests -am test \
  -Dtests.excluded= -Djunit.jupiter.execution.parallel.enabled=false -Dtest=SolutionsTest \
  -Dsurefire.failIfNoSpecifiedTests=false
