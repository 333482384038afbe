# The Java program that runs scenarios, and the class path for an attendee's own test: compiled from these sources, or from
# a bundle. Sourced, after lib.sh.
# shellcheck shell=sh

compiled=lab/target/scenario.classpath
bundled=bundle/scenario.classpath
sources="pom.xml common/pom.xml common/src/main networks/pom.xml networks/src/main networks/gateway.json \
  lab/pom.xml lab/src/main docker-compose.yml scripts/compose/service.yml scenarios/scenario.schema.json"

# fresh LIST: whether the class path in it belongs to these sources, and its jars still exist.
fresh() {
  # shellcheck disable=SC2086 # a list of paths
  [ -s "$1" ] && [ -z "$(find $sources -newer "$1" | head -n 1)" ] &&
    tr : '\n' <"$1" | while read -r jar; do [ -e "$jar" ] || exit 1; done
}

# compile: Maven also writes the class path.
compile() {
  maven --projects networks,lab --also-make process-classes
}

# find_lab_java: sets $home, the folder of a JDK, and $classpath, or fails with what is missing.
find_lab_java() {
  if fresh $bundled; then
    classpath=$(cat $bundled)
    home=$(scripts/mvn --where 2>/dev/null || scripts/lib/borrowed-jdk.sh)
    return
  fi
  home=$(scripts/mvn --where) || return
  if ! fresh $compiled; then
    keep_logs
    at_end tidy_up
    (busy compile "the Java sources of lab" compiler compile) || return
    tidy_up
    trap - EXIT INT TERM HUP
  fi
  classpath=lab/target/classes:$(cat $compiled)
}

# lab_java ARGUMENT...: replaces this script with Java. The lab removes its remains by label: Ryuk, which Testcontainers
# would use, is an image that not every machine can pull.
lab_java() {
  TESTCONTAINERS_RYUK_DISABLED=true exec "$home/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$classpath" "$@"
}
