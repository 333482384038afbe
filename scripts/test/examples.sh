#!/bin/sh
# Runs the example as a user would: installs the lab's library, then tests a separate project that depends on it. The
# library is installed to target/repository, which otherwise links to the user's Maven repository.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
at_end tidy_up
keep_logs

examples/redis-image.sh

# Compiles first, with the usual repository: with another one Maven would compile everything again, here and next time.
busy example "compiling the library" compile maven -pl networks,lab -am package -DskipTests -Dmaven.source.skip -Dmaven.javadoc.skip

repository=$PWD/target/repository
usual=$(maven_repository)
rm -rf "$repository"
mkdir -p "$repository"
for group in "$usual"/*; do
  case $group in */nearfar | */\*) ;; *) ln -s "$group" "$repository/" ;; esac
done
MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$repository"
export MAVEN_OPTS

busy example "installing the library" install \
  maven -pl networks,lab -am install -Dmaven.main.skip -Dmaven.test.skip -Dmdep.skip -Dmaven.source.skip -Dmaven.javadoc.skip
line example "Redis over the WAN, a separate project"
scripts/mvn --batch-mode --no-transfer-progress -Dstyle.color=never -f examples/pom.xml test
