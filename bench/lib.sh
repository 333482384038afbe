# What the parts of `make bench` share: rounds, records, containers, and how these are removed. Sourced.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and the parts

text='connection formed successfully'
work=target/bench
results=$work/results
bench_image=nearfar/bench:local
scratch=/scratch # for peers; not /tmp, which Docker makes unwritable for them when this folder is mounted below it

# record METRIC SUBJECT VALUE: adds a sample of this round. note METRIC TEXT: adds a line below the metric's table.
record() {
  echo "sample|$1|$2|$round|$3" >>"$results"
}

note() {
  echo "note|$1|$2" >>"$results"
}

# record_each METRIC SUBJECT: records each line of standard input.
record_each() {
  while read -r value; do
    record "$1" "$2" "$value"
  done
}

# since_start: prints the whole seconds since the bench started.
since_start() {
  echo $(($(now) - bench_started))
}

# next_round SECONDS: starts a round; fails after the last one, or when the bench has run for so many seconds.
next_round() {
  round=$((round + 1))
  [ "$round" -le "$rounds" ] || return 1
  [ "$(since_start)" -lt "$1" ] || {
    note "$part" "Only $((round - 1)) of $rounds rounds: the time was up."
    return 1
  }
}

# field NAME LINE: prints the value of NAME=value in LINE.
field() {
  echo " $2" | sed -n "s/.* $1=\([^ ]*\).*/\1/p"
}

# build_image: an image of the bench's programs.
build_image() {
  tar -C "$work" -c greeter clients stopwatch |
    docker import --change 'ENTRYPOINT ["/greeter"]' --change "CMD [\"4444\", \"2\", \"$large\"]" \
      --change 'USER 65532:65532' - "$bench_image" >/dev/null
}

# start_loopback: a network with a loopback interface and nothing else. On the machine's own loopback the firewall tracks
# each connection for two minutes, until its table is full and packets are dropped.
start_loopback() {
  loopback=$(docker run --detach --network none --log-driver none --label "nearfar.loopback=$$" "$bench_image" 4444 1)
}

stop_loopback() {
  remove_labelled nearfar.loopback
}

# on_loopback OPTION...: docker run on that network, on two processors and without the seccomp filter.
on_loopback() {
  docker run --network "container:$loopback" --user 65532:65532 --security-opt seccomp=unconfined \
    --label "nearfar.bench=$$" --ulimit "nofile=$files" --cpuset-cpus 0,1 "$@"
}

# run_in_image OPTION IMAGE ARGUMENT...: runs the stopwatch with these arguments in the image. Its output is not logged.
run_in_image() {
  option=$1 image=$2
  shift 2
  on_loopback "$option" --log-driver none --volume "$PWD/$work/stopwatch:/stopwatch:ro" --entrypoint /stopwatch "$image" "$@"
}

# run_here OPTION PROGRAM ARGUMENT...: runs a program of this machine, of this folder, or of the bench's image.
run_here() {
  option=$1 program=$2
  shift 2
  set -- --entrypoint "$program" "$bench_image" "$@"
  for folder in "$PWD" /usr /bin /lib /lib64 /etc/alternatives /etc/java*; do
    [ ! -e "$folder" ] || set -- --volume "$folder:$folder:ro" "$@"
  done
  [ -z "$jdk" ] || set -- --volume "$jdk:$jdk:ro" "$@"
  # The log has what a peer prints that cannot start; none prints anything later.
  on_loopback "$option" --workdir "$PWD" --tmpfs "$scratch:exec,mode=1777" "$@"
}

# start_peer PROGRAM ARGUMENT...: runs it in the background, until stop_peers. Sets $peer_container.
start_peer() {
  peer_container=$(run_here --detach "$@" 2>"$logs/peer.log")
}

# why_missing: prints why the peer that was started last does not greet.
why_missing() {
  [ -z "$peer_container" ] || docker logs --tail 1 "$peer_container" >>"$logs/peer.log" 2>&1 || :
  reason=$(grep . "$logs/peer.log" | grep -v "docker run --help" | tail -n 1)
  echo "${reason:-it printed nothing}"
}

stop_peers() {
  for process in ${holders:-}; do
    stop_tree "$process"
    wait "$process" 2>/dev/null || :
  done
  holders=
  remove_labelled nearfar.bench
}

# remove_labelled LABEL: removes this run's containers with that label.
remove_labelled() {
  docker ps --all --quiet --filter "label=$1=$$" | while read -r container; do
    docker rm --force --volumes "$container" >/dev/null 2>&1 || :
  done
}

# command_of IMAGE: prints its command line. No word of it has a blank.
command_of() {
  docker image inspect --format '{{join .Config.Entrypoint " "}}' "$1"
}

# await_greeting PORT: waits until the server there greets; fails after some seconds.
await_greeting() {
  ticks=0
  until run_here --rm /clients probe "$1" "$text" 100 1 >/dev/null 2>&1; do
    ticks=$((ticks + 1))
    [ $ticks -lt 30 ] || return 1
    sleep 0.1
  done
}
