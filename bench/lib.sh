# What the parts of `make bench` share: their time, their figures, the processors, and who is ended at the end. Sourced.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and the parts

text='connection formed successfully'
place=target/bench
results=$place/results

# record FIGURE WHO VALUE: a sample of this round. note FIGURE TEXT: a line under its table.
record() {
  echo "sample|$1|$2|$round|$3" >>"$results"
}

note() {
  echo "note|$1|$2" >>"$results"
}

# since: the seconds since the bench began, whole.
since() {
  echo $(($(now) - bench_begun))
}

# another_round UNTIL: begins the next one, unless there have been enough or the bench has run for so many seconds.
another_round() {
  round=$((round + 1))
  [ "$round" -le "$rounds" ] || return 1
  [ "$(since)" -lt "$1" ] || {
    note "$part" "Only $((round - 1)) of $rounds rounds: the time was over."
    return 1
  }
}

# field NAME LINE: the value of NAME=value in a line of them.
field() {
  echo " $2" | sed -n "s/.* $1=\([^ ]*\).*/\1/p"
}

# pinned COMMAND...: on the two processors that server and load share, where there are more.
pinned() {
  if [ "$cores" -gt 2 ]; then
    taskset -c 0,1 "$@"
  else
    "$@"
  fi
}

# keep COMMAND...: runs it beside the bench; ended with it, or by end_kept.
keep() {
  "$@" >>"$logs/kept.log" 2>&1 </dev/null &
  kept="${kept:-} $!"
}

end_kept() {
  for process in ${kept:-}; do
    stop_tree "$process"
    wait "$process" 2>/dev/null || :
  done
  kept=
  docker ps --all --quiet --filter label=nearfar.bench="$$" | while read -r container; do
    docker rm --force --volumes "$container" >/dev/null 2>&1 || :
  done
}

# shipped OPTION IMAGE WORD...: runs the stopwatch with these words in a container of the image that has the host's loopback.
# Nothing is logged, and without seccomp's filter: neither do or have the peers.
shipped() {
  option=$1 image=$2
  shift 2
  docker run "$option" --network host --user 65532:65532 --security-opt seccomp=unconfined --log-driver none \
    --label "nearfar.bench=$$" --ulimit "nofile=$files" --cpuset-cpus 0,1 \
    --volume "$PWD/$place/stopwatch:/stopwatch:ro" --entrypoint /stopwatch "$image" "$@"
}

# command_of IMAGE: its command line, a word a line. No word of it has a blank.
command_of() {
  docker image inspect --format '{{join .Config.Entrypoint " "}}' "$1"
}

# await_greeting PORT: until who was started there greets.
await_greeting() {
  ticks=0
  until "$place/load" probe "$1" "$text" 100 1 >/dev/null 2>&1; do
    ticks=$((ticks + 1))
    [ $ticks -lt 100 ] || return 1
    sleep 0.1
  done
}
