#!/bin/sh
# Runs the JUnit test of lesson 8, in a lab of its own; prints a line for each of its tests. Ends with 1 if one failed.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/docker.sh
. scripts/lab-java.sh
. scripts/workshop.sh

choose_lesson
hand_out
test=$folder/MyServiceTest.java
[ -e "$test" ] || fail 1 "there is no $test" "bring it back: make exercise LESSON=8"
refuse_remote_engine
scripts/engine.sh
scripts/images.sh
find_lab_java || exit 1
line try "$test, which brings up a lab of its own"
lab_java -Dlogback.configurationFile=nearfar/lab/scenario/cli/logback.xml scripts/RunTest.java "$test"
