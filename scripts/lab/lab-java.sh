# A Java with all that runs labs from Java, for scenarios and for tests of one's own: compiled from the sources at hand, or
# as a bundle brings it. Sourced, after lib.sh.
# shellcheck shell=sh

compiled=lab/target/scenario.classpath
bundled=bundle/scenario.classpath
sources="pom.xml common/pom.xml common/src/main networks/pom.xml networks/src/main networks/gateway.json \
  lab/pom.xml lab/src/main docker-compose.yml scripts/compose/service.yml scenarios/scenario.schema.json"

# fresh LIST: whether the class path in it is of the sources at hand, and the jars that it names are where they were.
fresh() {
  # shellcheck disable=SC2086 # a list of paths
  [ -s "$1" ] && [ -z "$(find $sources -newer "$1" | head -n 1)" ] &&
    tr : '\n' <"$1" | while read -r jar; do [ -e "$jar" ] || exit 1; done
}

# compile: Maven writes the class path when it has compiled.
compile() {
  maven --projects networks,lab --also-make process-classes
}

# find_lab_java: sets $home, a JDK's, and $classpath, or says what is missing.
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
    (busy compile "what runs labs from Java" compiler compile) || return
    tidy_up
    trap - EXIT INT TERM HUP
  fi
  classpath=lab/target/classes:$(cat $compiled)
}

# lab_java ARGUMENT...: goes on as that Java. The lab sweeps up after itself, by label; Ryuk's image is not to be had
# everywhere.
lab_java() {
  TESTCONTAINERS_RYUK_DISABLED=true exec "$home/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$classpath" "$@"
}
