#!/bin/sh
# Looks for input that a program does not reject as it should: runs Jazzer for FUZZ_SECONDS on each fuzz test, or on those
# whose name contains a word of FUZZ. Each finding becomes an input file of its test, which make test then repeats.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

# Jazzer measures the coverage of these packages: our readers, and those of the libraries.
readers='nearfar.**,org.snakeyaml.**,com.google.gson.**,eu.rekawek.**,org.apache.commons.cli.**,dev.harrel.**'

seconds=${FUZZ_SECONDS:-60}
case $seconds in
'' | *[!0-9]* | 0*) fail 2 "SECONDS=$seconds is not a number of seconds" "such as: make fuzz SECONDS=60" ;;
esac

# tests: prints module, class and method of each fuzz test.
tests() {
  find ./*/src/test/java ./workshop/checker/src/test/java -name '*FuzzTest.java' | sort | while read -r file; do
    file=${file#./}
    class=$(echo "${file#*/src/test/java/}" | sed 's/\.java$//; s/\//./g')
    awk -v named="${file%%/src/test/java/*} $class" '
      /@FuzzTest/ { here = 1 }
      here && match($0, /void [A-Za-z0-9_]+\(/) {
        print named, substr($0, RSTART + 5, RLENGTH - 6)
        here = 0
      }' "$file"
  done
}

# run_jazzer MODULE CLASS METHOD: fails if it finds something.
run_jazzer() (
  cd "$1"
  [ ! -d "src/test/resources" ] || mkdir -p "$(inputs "$2" "$3")"
  exec "$java" -XX:+EnableDynamicAgentLoading -XX:-PrintWarnings --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Xmx512m \
    -cp "target/test-classes:target/classes:$(cat target/fuzz.classpath)" com.code_intelligence.jazzer.Jazzer \
    --target_class="$2" --target_method="$3" --max_duration="${seconds}s" --instrument="$readers" -timeout=30 \
    --disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery
)

# inputs CLASS METHOD: prints the folder of a fuzz test's inputs.
inputs() {
  echo "src/test/resources/$(echo "$1" | tr . /)Inputs/$2"
}

# runs_of NAME: prints how many inputs were tried.
runs_of() {
  sed -n 's/^Done \([0-9]*\) runs in .*/\1/p' "$logs/$1.log" | tail -n 1
}

chosen=$(tests | grep -F -- "$(echo "${FUZZ:-}" | tr ' ' '\n')" || :)
[ -n "$chosen" ] || fail 2 "no fuzz test has '$FUZZ' in its name" "there are: $(tests | sed 's/.*\.//; s/ .*//' | tr '\n' ' ')"
at_end tidy_up
keep_logs
java=$(scripts/mvn --where)/bin/java
line fuzz "$(echo "$chosen" | wc -l | tr -d ' ') tests, $seconds s each, after a build"
maven package -DskipTests -Dmaven.source.skip -Dmaven.javadoc.skip dependency:build-classpath -Dmdep.outputFile=target/fuzz.classpath ||
  fail 1 "the sources do not compile" "see above"

found=0
while read -r module class method; do
  name=${class##*.}
  start_job "$name" run_jazzer "$module" "$class" "$method"
  # Not finish_jobs, which would end at the first failure.
  job=${jobs##*:} began=$(now)
  while kill -0 "$job" 2>/dev/null; do
    [ ! -t 1 ] || printf '\r  %-9s %s … %d s' fuzz "$name" $(($(now) - began))
    sleep 0.5
  done
  [ ! -t 1 ] || printf '\r\033[K'
  if wait "$job"; then
    line fuzz "$name: $(runs_of "$name") inputs, nothing found"
  else
    found=$((found + 1)) logs_named=yes
    line fuzz "$name: ✘ $method fails"
    { grep -a -A 2 -E '^== Java Exception|ERROR: ' "$logs/$name.log" || tail -n 5 "$logs/$name.log"; } |
      cut -c 1-300 | sed 's/^/    | /'
    sed -n "s|.*Test unit written to $PWD/|    the input is |p" "$logs/$name.log" | sort -u
    echo "    the whole output is in $logs/$name.log"
  fi
  jobs=
done <<EOF
$chosen
EOF
[ "$found" = 0 ] || fail 1 "$found of them found something" "fix it; make test repeats the input"
line fuzz "nothing found"
