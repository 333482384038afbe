#!/bin/sh
# Attacks a lab's server from its LAN and its link from the WAN, with honest clients watching, then breaks what is
# beneath a lab: its engine, its disk, its processors. Says how the clients fared. Bounded in count, bytes and time, and
# apart from the other tests: those would wait too long beside a flood.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/test/test-tools.sh
scripts/images/images.sh
line attacks "floods, slow readers, resets and more; then a broken engine, a full disk, a busy machine; four minutes"
scripts/mvn --batch-mode --no-transfer-progress -Dmaven.source.skip -Dmaven.javadoc.skip -pl lab-tests -am test \
  -Dtests.excluded= -Djunit.jupiter.execution.parallel.enabled=false \
  -Dtest=AttackTest,EngineFaultsTest,LoadedMachineTest -Dsurefire.failIfNoSpecifiedTests=false
