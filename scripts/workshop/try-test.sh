#!/bin/sh
# Runs the JUnit test of lesson 8, in a lab of its own; prints a line for each of its tests. Ends with 1 if one failed.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/lab-java.sh
. scripts/workshop/workshop.sh

choose_lesson
hand_out
test=$folder/MyServiceTest.java
[ -e "$test" ] || fail 1 "there is no $test" "bring it back: make exercise LESSON=8"
refuse_remote_engine
scripts/lib/engine.sh
scripts/images/images.sh
find_lab_java || exit 1
line try "$test, which brings up a lab of its own"
lab_java -Dlogback.configurationFile=nearfar/lab/scenario/cli/logback.xml scripts/workshop/RunTest.java "$test"
