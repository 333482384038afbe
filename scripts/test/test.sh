#!/bin/sh
# Runs all tests: unit tests of each module, network tests in containers, some seconds of fuzzing, and the example project.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/test/test-tools.sh
scripts/images/images.sh
scripts/images/side-image.sh capture prometheus workshop
line tests "of each module, then in containers; some minutes"
scripts/mvn --threads 2 --batch-mode --no-transfer-progress -Dmaven.source.skip -Dmaven.javadoc.skip verify
# Input from outside: profiles, scenario files, flags and variables, a client's bytes, and Toxiproxy's answers.
FUZZ_SECONDS=2 FUZZ='ProfileFuzz ScenarioFuzz ServerCommandFuzz GreetingServerFuzz GatewayFuzz' scripts/test/fuzz.sh
scripts/test/examples.sh
