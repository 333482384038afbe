#!/bin/sh
# Runs scenario files and judges them: FILE is one, or a folder of them. TWIN=1 runs them without their cause,
# CHECK=1 only reads them. Ends with 0 if all held, 1 if one failed, 2 for a wrong file, 3 where there is no verdict.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

no_verdict=3
compiled=lab-tests/target/scenario.classpath
bundled=bundle/scenario.classpath
sources="pom.xml commandline/pom.xml commandline/src/main networks/pom.xml networks/src/main networks/gateway.json \
  lab-tests/pom.xml lab-tests/src/main docker-compose.yml scenarios/scenario.schema.json"

# fresh LIST: whether the class path in it is of the sources at hand, and the jars that it names are where they were.
fresh() {
  # shellcheck disable=SC2086 # a list of paths
  [ -s "$1" ] && [ -z "$(find $sources -newer "$1" | head -n 1)" ] &&
    tr : '\n' <"$1" | while read -r jar; do [ -e "$jar" ] || exit 1; done
}

# compile: Maven writes the class path when it has compiled.
compile() {
  maven --projects networks,lab-tests --also-make process-classes
}

[ -n "${FILE:-}" ] || fail 2 "FILE is not given" "such as: make scenario FILE=scenarios/cut-and-heal.yaml"
if fresh $bundled; then
  classpath=$(cat $bundled)
  home=$(scripts/mvn --where 2>/dev/null || scripts/borrowed-jdk.sh) || exit $no_verdict
else
  home=$(scripts/mvn --where) || exit $no_verdict
  if ! fresh $compiled; then
    keep_logs
    at_end tidy_up
    (busy compile "what runs scenarios" compiler compile) || exit $no_verdict
    tidy_up
    trap - EXIT INT TERM HUP
  fi
  classpath=lab-tests/target/classes:$(cat $compiled)
fi
set -- "$FILE"
case ${TWIN:-0} in 0) ;; *) set -- "$@" --twin ;; esac
case ${CHECK:-0} in 0) ;; *) set -- "$@" --check ;; esac
# The lab sweeps up after itself, by label; Ryuk's image is not to be had everywhere.
TESTCONTAINERS_RYUK_DISABLED=true exec "$home/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dlogback.configurationFile=nearfar/lab/scenario/cli/logback.xml \
  -cp "$classpath" nearfar.lab.scenario.cli.ScenarioCommand \
  --first 'scripts/engine.sh && scripts/images.sh' "$@"
