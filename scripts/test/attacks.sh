#!/bin/sh
# Attacks a lab's server from its LAN and its link from the WAN while ordinary clients connect, then breaks what the lab
# runs on: Docker, the disk, the processors. Reports how the clients fared. Bounded in count, bytes and time, and not part
# of make test, whose other tests would wait too long during a flood.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/test/test-tools.sh
scripts/images/images.sh
line attacks "floods, slow readers, resets and more; then a broken Docker, a full disk, a busy machine; four minutes"
exec scripts/test/lab-tests.sh AttackTest,BrokenEngineTest,LoadedMachineTest \
  -Djunit.jupiter.execution.parallel.enabled=false
