#!/bin/sh
# Walks through all lessons of the workshop as an attendee would: each command says what the page shows below it, each
# number within the tolerance that stands beside it. Apart from the other tests, beside which a lab has figures of its own.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/images/images.sh
scripts/images/side-image.sh capture
line walk "eight lessons, their commands one after the other; three minutes"
scripts/mvn --batch-mode --no-transfer-progress -Dmaven.source.skip -Dmaven.javadoc.skip -pl lab-tests -am test \
  -Dtests.excluded= -Dtest=LessonsTest -Dsurefire.failIfNoSpecifiedTests=false
