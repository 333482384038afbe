#!/bin/sh
# Runs `make test` N times and prints a table: which runs were green, how long they took, and which tests failed. Ends with
# 1 if any run failed. The output of each run is kept in target/soak.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

runs=${N:-20} results=target/soak red=0 run=0
case $runs in
  '' | *[!0-9]* | 0* | ????*) fail 2 "N=$runs is not a number of runs (1 to 999)" "such as: make soak N=20" ;;
esac

# load: prints the load average of the last minute.
load() {
  if [ -r /proc/loadavg ]; then cut -d ' ' -f 1 /proc/loadavg; else echo -; fi
}

# plain LOG: prints it without colours.
plain() {
  tr -d '\033' <"$1" | sed 's/\[[0-9;]*m//g'
}

# outcome LOG: prints the tests that failed in it, or its first error.
outcome() {
  output=$(plain "$1")
  failed=$(echo "$output" | sed -n 's/^\[ERROR\]   \([A-Za-z]*Test\.[A-Za-z0-9]*\).*/\1/p' | sort -u | tr '\n' ' ')
  [ -n "$failed" ] || failed=$(echo "$output" | grep -E '✘|ERROR' | head -n 1)
  echo "${failed:-it printed no error}"
}

# row OUTCOME: prints the row of a run, with the number of tests of all modules.
row() {
  tests=$(plain "$results/$run.log" |
    awk '/Tests run: [0-9]+, .*Skipped: [0-9]+$/ { sub(/.*Tests run: /, ""); sum += $0 } END { print sum + 0 }')
  printf '  %-9s %3d min %02d s  load %-5s %5d tests  %s\n' "$run of $runs" $((took / 60)) $((took % 60)) "$(load)" "$tests" "$1"
}

summary() {
  finished=$run
  [ -z "${under_way:-}" ] || finished=$((run - 1))
  line soak "$((finished - red)) of $finished green; the output of each is in $results"
  tidy_up
}

rm -rf "$results"
mkdir -p "$results"
at_end summary
line soak "make test, $runs times, one after another; the first row comes after some minutes"
while [ "$run" -lt "$runs" ]; do
  run=$((run + 1)) under_way=yes began=$(now)
  if scripts/test/test.sh >"$results/$run.log" 2>&1 </dev/null; then outcome=green; else outcome="RED: $(outcome "$results/$run.log")"; fi
  took=$(($(now) - began)) under_way=
  row "$outcome"
  [ "$outcome" = green ] || red=$((red + 1))
done
[ "$red" = 0 ]
