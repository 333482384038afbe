#!/bin/sh
# Looks for input that a program does not refuse as it should: Jazzer for FUZZ_SECONDS on each fuzz test, or on those whose
# name has one of the words of FUZZ in it. What it finds becomes a file beside the test's other inputs, which make test goes over ever after.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

# What is watched for new ways through it: what reads, of ours and of the libraries that read for us.
readers='nearfar.**,org.snakeyaml.**,com.google.gson.**,eu.rekawek.**,org.apache.commons.cli.**,dev.harrel.**'

seconds=${FUZZ_SECONDS:-60}
case $seconds in
'' | *[!0-9]* | 0*) fail 2 "SECONDS=$seconds is no number of seconds" "such as: make fuzz SECONDS=60" ;;
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

# look MODULE CLASS METHOD: looks for so many seconds; fails if something is found. Its words are in $logs.
look() (
  cd "$1"
  [ ! -d "src/test/resources" ] || mkdir -p "$(inputs "$2" "$3")"
  exec "$java" -XX:+EnableDynamicAgentLoading -XX:-PrintWarnings --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Xmx512m \
    -cp "target/test-classes:target/classes:$(cat target/fuzz.classpath)" com.code_intelligence.jazzer.Jazzer \
    --target_class="$2" --target_method="$3" --max_duration="${seconds}s" --instrument="$readers" -timeout=30 \
    --disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery
)

# inputs CLASS METHOD: where a fuzz test's inputs are.
inputs() {
  echo "src/test/resources/$(echo "$1" | tr . /)Inputs/$2"
}

# told NAME: what came of a look, in a few words.
told() {
  sed -n 's/^Done \([0-9]*\) runs in .*/\1/p' "$logs/$1.log" | tail -n 1
}

chosen=$(tests | grep -F -- "$(echo "${FUZZ:-}" | tr ' ' '\n')" || :)
[ -n "$chosen" ] || fail 2 "no fuzz test has '$FUZZ' in its name" "there are: $(tests | sed 's/.*\.//; s/ .*//' | tr '\n' ' ')"
at_end tidy_up
keep_logs
java=$(scripts/mvn --where)/bin/java
line fuzz "$(echo "$chosen" | wc -l | tr -d ' ') tests, $seconds s each; made ready first"
maven package -DskipTests -Dmaven.source.skip -Dmaven.javadoc.skip dependency:build-classpath -Dmdep.outputFile=target/fuzz.classpath ||
  fail 1 "the sources do not compile" "mend them first"

found=0
while read -r module class method; do
  name=${class##*.}
  start_job "$name" look "$module" "$class" "$method"
  # finish_jobs would end all at the first that finds something.
  job=${jobs##*:} began=$(now)
  while kill -0 "$job" 2>/dev/null; do
    [ ! -t 1 ] || printf '\r  %-9s %s … %d s' fuzz "$name" $(($(now) - began))
    sleep 0.5
  done
  [ ! -t 1 ] || printf '\r\033[K'
  if wait "$job"; then
    line fuzz "$name: $(told "$name") inputs, nothing found"
  else
    found=$((found + 1)) logs_told=yes
    line fuzz "$name: ✘ $method does not hold"
    { grep -a -A 2 -E '^== Java Exception|ERROR: ' "$logs/$name.log" || tail -n 5 "$logs/$name.log"; } |
      cut -c 1-300 | sed 's/^/    | /'
    sed -n "s|.*Test unit written to $PWD/|    the input is |p" "$logs/$name.log" | sort -u
    echo "    all of it is in $logs/$name.log"
  fi
  jobs=
done <<EOF
$chosen
EOF
[ "$found" = 0 ] || fail 1 "$found of them found something" "mend it; the input stays, so that make test sees that it is"
line fuzz "nothing found"
