# What the parts of `make bench` share: their time, their figures, the processors, and who is ended at the end. Sourced.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and the parts

text='connection formed successfully'
place=target/bench
results=$place/results
bench_image=nearfar/bench:local

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

# build_image: the programs of the bench, as what its containers run.
build_image() {
  tar -C "$place" -c greeter load stopwatch |
    docker import --change 'ENTRYPOINT ["/greeter"]' --change "CMD [\"4444\", \"2\", \"$large\"]" \
      --change 'USER 65532:65532' - "$bench_image" >/dev/null
}

# lay_ground: a network with a loopback and nothing else, for whoever is measured on one. The machine's own would remember
# each connection for two minutes in the table of its firewall, until that is full and drops everybody's packets.
lay_ground() {
  ground=$(docker run --detach --network none --log-driver none --label "nearfar.ground=$$" "$bench_image" 4444 1)
}

remove_ground() {
  remove_labelled nearfar.ground
}

# on_ground OPTION...: docker run there, on two processors, without seccomp's filter, and without a log.
on_ground() {
  docker run --network "container:$ground" --user 65532:65532 --security-opt seccomp=unconfined --log-driver none \
    --label "nearfar.bench=$$" --ulimit "nofile=$files" --cpuset-cpus 0,1 "$@"
}

# shipped OPTION IMAGE WORD...: runs the stopwatch with these words in the image.
shipped() {
  option=$1 image=$2
  shift 2
  on_ground "$option" --volume "$PWD/$place/stopwatch:/stopwatch:ro" --entrypoint /stopwatch "$image" "$@"
}

# theirs OPTION PROGRAM WORD...: runs a program of this machine, in this folder, or of the bench's image.
theirs() {
  option=$1 program=$2
  shift 2
  set -- --entrypoint "$program" "$bench_image" "$@"
  for folder in "$PWD" /usr /bin /lib /lib64 /etc/alternatives /etc/java*; do
    [ ! -e "$folder" ] || set -- --volume "$folder:$folder:ro" "$@"
  done
  [ -z "$jdk" ] || set -- --volume "$jdk:$jdk:ro" "$@"
  on_ground "$option" --workdir "$PWD" --tmpfs /tmp:exec,mode=1777 "$@"
}

# keep COMMAND...: runs it beside the bench; ended by end_kept.
keep() {
  "$@" >>"$logs/kept.log" 2>&1 || return 1
}

end_kept() {
  for process in ${kept:-}; do
    stop_tree "$process"
    wait "$process" 2>/dev/null || :
  done
  kept=
  remove_labelled nearfar.bench
}

# remove_labelled LABEL: the containers of this run that have it.
remove_labelled() {
  docker ps --all --quiet --filter "label=$1=$$" | while read -r container; do
    docker rm --force --volumes "$container" >/dev/null 2>&1 || :
  done
}

# command_of IMAGE: its command line, a word a line. No word of it has a blank.
command_of() {
  docker image inspect --format '{{join .Config.Entrypoint " "}}' "$1"
}

# await_greeting PORT: until who was started there greets.
await_greeting() {
  ticks=0
  until theirs --rm /clients probe "$1" "$text" 100 1 >/dev/null 2>&1; do
    ticks=$((ticks + 1))
    [ $ticks -lt 30 ] || return 1
    sleep 0.1
  done
}
