#!/bin/sh
# Runs the JUnit test of lesson 8 in a lab of its own, with JUnit's ConsoleLauncher. Ends with 0 if all tests passed.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/lab-java.sh
. scripts/workshop/workshop.sh

choose_lesson
hand_out
test=$folder/MyServiceTest.java
[ -e "$test" ] || fail 1 "$test is missing" "hand it out again: make exercise LESSON=8"
refuse_remote_docker
scripts/lib/engine.sh
scripts/images/images.sh
find_lab_java || exit 1
keep_logs
at_end tidy_up
line try "$test, which starts a lab of its own"
"$home/bin/javac" -proc:none -d "$logs/classes" -cp "$classpath" "$test" || exit 1
(lab_java -Dlogback.configurationFile=nearfar/lab/scenario/cli/logback.xml \
  org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --details=tree \
  --details-theme=unicode --include-engine=junit-jupiter --fail-if-no-tests --class-path "$logs/classes" \
  --select-class MyServiceTest)
