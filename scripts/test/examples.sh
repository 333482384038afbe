#!/bin/sh
# Runs the example as its users would: the extension is installed, and a project of its own depends on it. What is
# installed here stays out of the user's own Maven repository; everything else comes from there.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
at_end tidy_up
keep_logs

examples/redis-image.sh

# Compiled before: Maven takes a class path in another repository for another one, and would compile all again, here and
# the next time that it is as it was.
busy example "compiling the extension" compile maven -pl networks,lab -am package -DskipTests -Dmaven.source.skip -Dmaven.javadoc.skip

repository=$PWD/target/repository
theirs=$(maven_repository)
rm -rf "$repository"
mkdir -p "$repository"
for group in "$theirs"/*; do
  case $group in */nearfar | */\*) ;; *) ln -s "$group" "$repository/" ;; esac
done
MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$repository"
export MAVEN_OPTS

busy example "installing the extension for it" install \
  maven -pl networks,lab -am install -Dmaven.main.skip -Dmaven.test.skip -Dmdep.skip -Dmaven.source.skip -Dmaven.javadoc.skip
line example "Redis over the WAN, a project of its own"
scripts/mvn --batch-mode --no-transfer-progress -Dstyle.color=never -f examples/pom.xml test
