#!/bin/sh
# Runs classes of lab-tests that make test leaves out for their length: lab-tests.sh CLASS,CLASS [MAVEN-OPTION...].
set -eu
cd "$(dirname "$0")/../.."
classes=$1
shift
exec scripts/mvn --batch-mode --no-transfer-progress -Dmaven.source.skip -Dmaven.javadoc.skip -pl lab-tests -am test \
  -Dtests.excluded= -Dtest="$classes" -Dsurefire.failIfNoSpecifiedTests=false "$@"
