#!/bin/sh
# Many labs on one machine, as in a shared classroom: one near and one far client each, under AS. Starts them one after
# another, then stops them and starts all at once. Prints tables for docs/classroom.md: when each lab was up, and the memory
# and processors that all of them took at rest. LABS=30 sets the number.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. bench/labs.sh

labs=${LABS:-30}
rest=15         # seconds: a client gives back the memory of its start after ten
least_free=1500 # MB: below it no further lab is started

case $labs in '' | *[!0-9]* | 0* | ???*) fail 2 "LABS=$labs is not a number of labs (1 to 99)" "such as: LABS=30 bench/classroom.sh" ;; esac

# start_lab NUMBER: starts that attendee's lab, and writes the time to $logs/NUMBER.took.
start_lab() {
  began=$(clock)
  with_clean_environment AS="bench-$1" make -s lab-up >"$logs/$1.log" 2>&1 || {
    tail -n 3 "$logs/$1.log" | sed 's/^/    | /' >&2
    return 1
  }
  echo "$began $(clock)" | LC_ALL=C awk '{ printf "%.1f\n", $2 - $1 }' >"$logs/$1.took"
}

# processors SECONDS: prints how many were busy on average.
processors() {
  head -n 1 /proc/stat >"$logs/stat"
  sleep "$1"
  head -n 1 /proc/stat | cat "$logs/stat" - | LC_ALL=C awk -v cores="$(nproc)" '
    { for (i = all = 0; i < 8; ) all += $(2 + i++) }
    NR == 1 { before = all; idle = $5 + $6 }
    NR == 2 { printf "%.2f", (1 - ($5 + $6 - idle) / (all - before)) * cores }'
}

# weigh NUMBER: prints a row of the table.
weigh() {
  sleep $rest
  busy_now=$(processors 10)
  memory_of "name=nearfar-bench-" >"$logs/each"
  mb=$(LC_ALL=C awk '{ sum += $1 } END { printf "%.0f", sum }' "$logs/each")
  taken=$(echo "$at_first $(available)" | LC_ALL=C awk '{ printf "%.0f", $1 - $2 }')
  printf '| %d | %s s | %d | %s MB | %s MB | %s |\n' "$1" "$(cat "$logs/$1.took")" "$(wc -l <"$logs/each")" "$mb" "$taken" "$busy_now"
  echo "$1 $mb $taken" >>"$logs/points"
}

# slope COLUMN: prints what one more lab takes, by least squares over the rows.
slope() {
  LC_ALL=C awk -v column="$1" '
    { n++; x += $1; y += $column; xx += $1 * $1; xy += $1 * $column }
    END { if (n > 1) printf "%.1f MB", (n * xy - x * y) / (n * xx - x * x); else printf "no" }' "$logs/points"
}

down_all() {
  number=0
  while [ $number -lt "$labs" ]; do
    number=$((number + 1))
    with_clean_environment AS="bench-$number" scripts/lab/lab-down.sh >/dev/null || :
  done
}

# shellcheck disable=SC2317 # a trap calls it
clean_up() {
  trap '' INT TERM HUP
  stop_jobs
  down_all
  forget_logs
}

one_after_another() {
  at_first=$(available) number=0
  echo '| labs | the last one was up after | containers | their memory | less memory available | processors busy |'
  echo '|---|---|---|---|---|---|'
  while [ $number -lt "$labs" ]; do
    [ "$(available | cut -d . -f 1)" -gt $least_free ] || break
    number=$((number + 1))
    start_lab $number || break
    case $number in 1 | 5 | 10 | 20 | 30 | "$labs") weigh $number ;; esac
  done
  echo
  echo "One lab more takes $(slope 2) in its containers, and $(slope 3) of the machine, with what Docker adds."
}

all_at_once() {
  number=0 pids=''
  while [ $number -lt "$labs" ]; do
    number=$((number + 1))
    rm -f "$logs/$number.took"
    start_lab $number &
    pids="$pids $!"
  done
  for pid in $pids; do
    wait "$pid" || :
  done
  sort -n "$logs"/*.took | LC_ALL=C awk -v labs="$labs" '
    { took[NR] = $1 }
    END { printf "All %d at once: %d started, the first after %.1f s, half of them after %.1f s, the last after %.1f s.\n", labs, NR, took[1], took[int((NR + 1) / 2)], took[NR] }'
}

refuse_remote_docker
scripts/images/images.sh >/dev/null
at_end clean_up
keep_logs
echo "Measured on $(date +%F): $(nproc) processors, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo), Docker $(engine_version); load before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo
one_after_another
down_all
echo
all_at_once
