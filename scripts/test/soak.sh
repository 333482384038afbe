#!/bin/sh
# Repeats `make test` N times and shows in a table which runs were green, how long they took, and what failed in the others.
# Ends with 1 if any was not green. What each run said stays in target/soak.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

runs=${N:-20} place=target/soak red=0 run=0
case $runs in
  '' | *[!0-9]* | 0* | ????*) fail 2 "N=$runs is no number of runs (1 to 999)" "such as: make soak N=20" ;;
esac

# load: how many processes wanted a core in the last minute.
load() {
  if [ -r /proc/loadavg ]; then cut -d ' ' -f 1 /proc/loadavg; else echo -; fi
}

# plain LOG: without its colours.
plain() {
  tr -d '\033' <"$1" | sed 's/\[[0-9;]*m//g'
}

# outcome LOG: the tests that failed in it, or its last error.
outcome() {
  said=$(plain "$1")
  failed=$(echo "$said" | sed -n 's/^\[ERROR\]   \([A-Za-z]*Test\.[A-Za-z0-9]*\).*/\1/p' | sort -u | tr '\n' ' ')
  [ -n "$failed" ] || failed=$(echo "$said" | grep -E '✘|ERROR' | head -n 1)
  echo "${failed:-it ended without a word}"
}

# The row of a run. How many tests there were is the sum over the modules.
row() {
  tests=$(plain "$place/$run.log" |
    awk '/Tests run: [0-9]+, .*Skipped: [0-9]+$/ { sub(/.*Tests run: /, ""); sum += $0 } END { print sum + 0 }')
  printf '  %-9s %3d min %02d s  load %-5s %5d tests  %s\n' "$run of $runs" $((took / 60)) $((took % 60)) "$(load)" "$tests" "$1"
}

summary() {
  finished=$run
  [ -z "${under_way:-}" ] || finished=$((run - 1))
  line soak "$((finished - red)) of $finished green; the output of each is in $place"
  tidy_up
}

rm -rf "$place"
mkdir -p "$place"
at_end summary
line soak "make test, $runs times, one after another; the first row comes after some minutes"
while [ "$run" -lt "$runs" ]; do
  run=$((run + 1)) under_way=yes began=$(now)
  if scripts/test/test.sh >"$place/$run.log" 2>&1 </dev/null; then said=green; else said="RED: $(outcome "$place/$run.log")"; fi
  took=$(($(now) - began)) under_way=
  row "$said"
  [ "$said" = green ] || red=$((red + 1))
done
[ "$red" = 0 ]
