# The server on loopback: greetings per second, and the time of a greeting under load. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and lib.sh

# serve_ours PORT HEAP OPTION...: starts the server as its image does, with HEAP in place of the image's if it is not
# empty. Its log goes to /dev/null.
serve_ours() {
  port=$1 heap=$2
  shift 2
  # shellcheck disable=SC2046 # words
  run_in_image --detach nearfar/server:local quiet $(command_of nearfar/server:local | sed "s/-Xmx[^ ]*/${heap:-&}/") \
    "$@" --port "$port" >/dev/null
  await_greeting "$port" || fail 1 "our server does not greet at port $port" "is the port free?"
}

serve_c() {
  start_peer /greeter "$1" 2
}

serve_netty() {
  [ -n "$jdk" ] || return 1
  # Netty unpacks its native library.
  start_peer "$jdk/bin/java" -Djava.io.tmpdir="$scratch" -cp "bench/peers/netty/target/classes:bench/peers/netty/target/lib/*" \
    nearfar.bench.NettyGreeter "$1" 2
}

serve_nginx() {
  [ -n "$nginx" ] || return 1
  sed "s/PORT/$1/" bench/peers/nginx.conf >"$work/nginx.conf"
  start_peer "$nginx" -e stderr -p "$scratch" -c "$PWD/$work/nginx.conf" ${nginx_stream:+-g "load_module $nginx_stream;"}
}

# closed_loop PORT SECONDS MOST: prints the results of 64 clients, each of which connects again when it was greeted.
closed_loop() {
  run_here --rm /clients rate "$1" "$text" 2 32 "$2" "$3"
}

# count_ours LINE: adds the results of a round of ours to those of all rounds.
count_ours() {
  greeted=$((greeted + $(field greeted "$1"))) wrong=$((wrong + $(field wrong "$1")))
  cut=$((cut + $(field cut "$1"))) failed=$((failed + $(field failed "$1")))
}

# rotate WORDS: prints them with the first one last: each peer is the first one in some round.
rotate() {
  # shellcheck disable=SC2086 # words
  set -- $1
  first=$1
  shift
  echo "$* $first"
}

measure_rate() {
  part=rate subjects='' greeted=0 wrong=0 cut=0 failed=0 number=0
  for peer in ours c netty nginx; do
    number=$((number + 1)) peer_container=''
    echo "not found, or not built, on this machine" >"$logs/peer.log"
    if "serve_$peer" $((4000 + number)) "" && await_greeting $((4000 + number)); then
      subjects="$subjects $peer:$((4000 + number))"
      closed_loop $((4000 + number)) "$warm_seconds" "$most" >/dev/null # until the JIT has compiled it
    else
      note rate "The peer $peer is missing: $(why_missing)"
      line bench "without $peer: $(why_missing)"
    fi
  done
  round=0
  while next_round 110; do
    for peer in $subjects; do
      outcome=$(closed_loop "${peer#*:}" "$rate_seconds" "$most")
      record rate "${peer%:*}" "$(field per_second "$outcome")"
      [ "${peer%:*}" != ours ] || count_ours "$outcome"
    done
    subjects=$(rotate "$subjects")
  done
  # More greetings, until there are as many without a fault as wanted.
  [ "$greeted" -ge "$greetings_goal" ] ||
    count_ours "$(closed_loop 4001 "$rest_seconds" $((greetings_goal - greeted)))"
  record faults ours $((wrong + cut + failed))
  note faults "$greeted greetings of ours were compared byte for byte: $wrong wrong, $cut cut, $failed failed; the \
goal is $greetings_goal without any."
  stop_peers
}

# probe: prints the results of a client that connects 200 times a second.
probe() {
  run_here --rm /clients probe 4005 "$text" 200 "$probes" || :
}

# idle_at_server: prints how many connections the server has greeted and still holds.
idle_at_server() {
  run_here --rm /usr/bin/cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
    awk -v port="$(printf ':%04X' 4005)" 'substr($2, length($2) - 4) == port && $4 == "05" && $10 != 0' | wc -l
}

# probe_under_load: the same while many connections are held, and others open and close.
probe_under_load() {
  mkfifo "$logs/hold"
  run_here --interactive /clients idle 4005 "$text" "$idle" <"$logs/hold" >"$logs/held" 2>&1 &
  holder=$!
  holders="${holders:-} $holder"
  exec 9>"$logs/hold"
  while kill -0 "$holder" 2>/dev/null && ! grep -q held "$logs/held"; do sleep 0.1; done
  # Longer than the probe, which starts a little later.
  run_here --rm /clients churn 4005 "$text" "$churn" "$((probes / 200 + 2))" >"$logs/churn" &
  churner=$!
  probe
  held=$(idle_at_server)
  wait "$churner" || :
  exec 9>&-
  wait "$holder" || :
  rm -f "$logs/hold"
}

measure_under_load() {
  part=under_load
  most_idle=$((files - churn - 1000))
  [ "$idle" -le "$most_idle" ] || {
    note under_load "Only $most_idle idle connections: a process may open $files files here."
    idle=$most_idle
  }
  serve_ours 4005 -Xmx256m --max-connections $((idle + churn)) --drain-time 30m
  note under_load "The server's limits were widened: -Xmx256m for -Xmx32m, \`--max-connections $((idle + churn))\`, and \
\`--drain-time 30m\`, for which a client may stay connected after its greeting. As shipped they are 2048 connections and 5 s, and a new client takes the place of the oldest."
  round=0
  while next_round 230; do
    outcome=$(probe)
    record under_load alone "$(field p99 "$outcome")"
    record under_load_p50 alone "$(field p50 "$outcome")"
    probe_under_load >"$logs/probe"
    outcome=$(cat "$logs/probe")
    record under_load ours "$(field p99 "$outcome")"
    record under_load_p50 ours "$(field p50 "$outcome")"
    note under_load "Round $round: $held idle connections were held, $(field per_second "$(cat "$logs/churn")") opened and closed \
per second ($(field failed "$(cat "$logs/churn")") failed); the probe: $outcome."
  done
  stop_peers
}

# json_field NAME LINE: prints the number of the field NAME in a line of JSON.
json_field() {
  echo "$2" | sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"
}

# open_loop_clients RATE: prints the results of our open-loop load on the peer in C, from a container with little memory.
open_loop_clients() {
  on_loopback --rm --memory 200m --memory-swap 200m --log-driver none nearfar/client:local open-loop --clients "$clients" \
    --for "${rate_seconds}s" --rate "$1" --json 127.0.0.1 4008 2>"$logs/open-loop.log" || :
}

# percentile NAME LINE: prints that of the response times, which count from the scheduled arrival, in ms.
percentile() {
  echo "$2" | sed -n 's/.*"response_ms":{\([^}]*\)}.*/\1/p' | sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"
}

# An open-loop load of ten thousand clients on the peer in C, and a closed loop in C with one thread, both at more than
# they can; then the response times of ours at half that rate.
measure_open_loop() {
  part=open_loop round=0
  start_peer /greeter 4008 2
  await_greeting 4008 || {
    note open_loop "The peer in C is missing: $(why_missing)"
    line bench "open-loop: the peer in C is missing: $(why_missing)"
    return
  }
  while next_round 320; do
    outcome=$(open_loop_clients "$overload")
    [ -n "$outcome" ] || {
      line bench "open-loop: the load failed: $(tail -n 1 "$logs/open-loop.log")"
      break
    }
    record open_loop ours "$(json_field per_second "$outcome")"
    record open_loop_memory ours "$(json_field resident_bytes "$outcome" | LC_ALL=C awk '{ printf "%.1f", $1 / 1e6 }')"
    note open_loop "Round $round: of $(json_field due "$outcome") scheduled arrivals $(json_field greetings "$outcome") were greeted, \
$(json_field wrong "$outcome") wrong, $(json_field failures "$outcome") failed, $(json_field missed "$outcome") missed; \
at most $(json_field most_at_once "$outcome") connections at once."
    outcome=$(run_here --rm /clients rate 4008 "$text" 1 64 "$rate_seconds" "$most")
    record open_loop c "$(field per_second "$outcome")"
    outcome=$(open_loop_clients "$sustained")
    record open_loop_p99 ours "$(percentile p99 "$outcome")"
    note open_loop_p99 "Round $round, $sustained a second: p50 $(percentile p50 "$outcome"), p99 $(percentile p99 "$outcome"), p99.9 \
$(percentile p999 "$outcome"), longest $(percentile max "$outcome") ms; $(json_field failures "$outcome") failed, \
$(json_field missed "$outcome") missed."
  done
  stop_peers
}
