#!/bin/sh
# Rehearses a classroom without Internet: makes a bundle, unpacks it, and uses it in a Docker engine without images and
# without a network, where neither a JDK nor Maven is installed. Not part of make test, for its length.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/images/images.sh
line rehearsal "makes a bundle, and uses it where nothing else is installed; six minutes"
exec scripts/test/lab-tests.sh RehearsalTest
