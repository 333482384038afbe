#!/bin/sh
# Runs the commands of all lessons as an attendee would, and compares their output with the pages, each number within the
# tolerance that the page gives. Not part of make test, whose other tests would change the numbers.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

scripts/lib/engine.sh
scripts/images/images.sh
scripts/images/side-image.sh capture
line walk "eight lessons, their commands one after another; three minutes"
exec scripts/test/lab-tests.sh LessonsTest
