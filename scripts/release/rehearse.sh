#!/bin/sh
# The room without Internet, as it will be: makes a bundle, unpacks it in a folder, and uses it in an engine of its own
# that has no image and no network, where there is neither a JDK nor Maven. Apart from the other tests, for the minutes.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/images/images.sh
line rehearsal "a bundle is made, and used where there is nothing else; six minutes"
scripts/mvn --batch-mode --no-transfer-progress -Dmaven.source.skip -Dmaven.javadoc.skip -pl lab-tests -am test \
  -Dtests.excluded= -Dtest=RehearsalTest -Dsurefire.failIfNoSpecifiedTests=false
