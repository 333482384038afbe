# Figures of the server on loopback: greetings per second, and a greeting's time in a crowd. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and lib.sh

# serve_ours PORT HEAP OPTION...: the server as its image runs it, but for a HEAP of its own if one is given; its log goes
# nowhere.
serve_ours() {
  port=$1 heap=$2
  shift 2
  # shellcheck disable=SC2046 # words
  shipped --detach nearfar/server:local quiet $(command_of nearfar/server:local | sed "s/-Xmx[^ ]*/${heap:-&}/") \
    "$@" --port "$port" >/dev/null
  await_greeting "$port" || fail 1 "our server does not greet at port $port" "is the port free? see: docker logs"
}

serve_c() {
  keep theirs --detach /greeter "$1" 2
}

serve_netty() {
  [ -n "$jdk" ] || return 1
  keep theirs --detach "$jdk/bin/java" -cp "bench/peers/netty/target/classes:bench/peers/netty/target/lib/*" \
    nearfar.bench.NettyGreeter "$1" 2
}

serve_nginx() {
  [ -n "$nginx" ] || return 1
  sed "s/PORT/$1/" bench/peers/nginx.conf >"$place/nginx.conf"
  keep theirs --detach "$nginx" -e stderr -p /tmp -c "$PWD/$place/nginx.conf" ${nginx_stream:+-g "load_module $nginx_stream;"}
}

# load_on WHO PORT SECONDS MOST: prints what the load says.
load_on() {
  theirs --rm /clients rate "$2" "$text" 2 32 "$3" "$4"
}

# count_ours LINE: adds to what all rounds found of ours.
count_ours() {
  greeted=$((greeted + $(field greeted "$1"))) wrong=$((wrong + $(field wrong "$1")))
  cut=$((cut + $(field cut "$1"))) failed=$((failed + $(field failed "$1")))
}

# turned WORDS: the first of them last, so that nobody is always the first.
turned() {
  # shellcheck disable=SC2086 # words
  set -- $1
  first=$1
  shift
  echo "$* $first"
}

measure_rate() {
  part=rate who='' greeted=0 wrong=0 cut=0 failed=0 number=0
  for peer in ours c netty nginx; do
    number=$((number + 1))
    if "serve_$peer" $((4000 + number)) "" && await_greeting $((4000 + number)); then
      who="$who $peer:$((4000 + number))"
      load_on "$peer" $((4000 + number)) "$warm_seconds" "$most" >/dev/null # what is compiled on the way
    else
      note rate "The peer $peer is missing: it could not be had or started on this machine."
    fi
  done
  round=0
  while another_round 110; do
    for peer in $who; do
      said=$(load_on "${peer%:*}" "${peer#*:}" "$rate_seconds" "$most")
      record rate "${peer%:*}" "$(field per_second "$said")"
      [ "${peer%:*}" != ours ] || count_ours "$said"
    done
    who=$(turned "$who")
  done
  # The rest of what is to be greeted without a fault.
  [ "$greeted" -ge "$wanted_greetings" ] ||
    count_ours "$(load_on ours 4001 "$rest_seconds" $((wanted_greetings - greeted)))"
  record faults ours $((wrong + cut + failed))
  note faults "$greeted greetings of ours were compared byte for byte: $wrong wrong, $cut cut, $failed failed; wanted \
are $wanted_greetings without any."
  end_kept
}

# honest: prints what a client sees who comes 200 times a second.
honest() {
  theirs --rm /clients probe 4005 "$text" 200 "$probes" || :
}

# idle_at_server: how many connections the server has greeted and still holds.
idle_at_server() {
  theirs --rm /usr/bin/cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
    awk -v port="$(printf ':%04X' 4005)" 'substr($2, length($2) - 4) == port && $4 == "05" && $10 != 0' | wc -l
}

# with_crowd: the same while connections are held, and others come and go.
with_crowd() {
  mkfifo "$logs/hold"
  theirs --interactive /clients idle 4005 "$text" "$idle" <"$logs/hold" >"$logs/held" 2>&1 &
  holder=$!
  kept="${kept:-} $holder"
  exec 9>"$logs/hold"
  while kill -0 "$holder" 2>/dev/null && ! grep -q held "$logs/held"; do sleep 0.1; done
  # Longer than the honest client, which begins a little later.
  theirs --rm /clients churn 4005 "$text" "$coming" "$((probes / 200 + 2))" >"$logs/churn" &
  churner=$!
  honest
  stand=$(idle_at_server)
  wait "$churner" || :
  exec 9>&-
  wait "$holder" || :
  rm -f "$logs/hold"
}

measure_crowd() {
  part=crowd
  most_idle=$((files - coming - 1000))
  [ "$idle" -le "$most_idle" ] || {
    note crowd "Only $most_idle idle connections: a process may open $files files here."
    idle=$most_idle
  }
  serve_ours 4005 -Xmx256m --max-connections $((idle + coming)) --drain-time 30m
  note crowd "The server's limits were widened: -Xmx256m for -Xmx32m, \`--max-connections $((idle + coming))\`, and \
\`--drain-time 30m\`, by which who has been greeted may stay. As it ships it has 2048 places for 5 s each, and who stays makes room."
  round=0
  while another_round 230; do
    said=$(honest)
    record crowd alone "$(field p99 "$said")"
    record crowd50 alone "$(field p50 "$said")"
    with_crowd >"$logs/honest"
    said=$(cat "$logs/honest")
    record crowd ours "$(field p99 "$said")"
    record crowd50 ours "$(field p50 "$said")"
    note crowd "Round $round: $stand idle connections were held, $(field per_second "$(cat "$logs/churn")") came and went \
per second ($(field failed "$(cat "$logs/churn")") failed); the honest client: $said."
  done
  end_kept
}

# json_field NAME LINE: the number that NAME has in a line of JSON.
json_field() {
  echo "$2" | sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"
}

# virtual_clients RATE: what so many virtual clients of ours see of the peer in C, in a container of little memory.
virtual_clients() {
  on_ground --rm --memory 200m --memory-swap 200m nearfar/client:local load --clients "$virtual" \
    --for "${rate_seconds}s" --rate "$1" --json 127.0.0.1 4008 2>/dev/null || :
}

# percentile NAME LINE: of the response times, which count from the appointment on, in ms.
percentile() {
  echo "$2" | sed -n 's/.*"response_ms":{\([^}]*\)}.*/\1/p' | sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"
}

# What ten thousand virtual clients of ours get of the peer in C, and what one thread of a loop in C gets, both asked for
# more than they can; then how long those of ours wait who come at half that rate.
measure_load() {
  part=load round=0
  keep theirs --detach /greeter 4008 2
  await_greeting 4008 || return 0
  while another_round 320; do
    said=$(virtual_clients "$too_much")
    record load ours "$(json_field per_second "$said")"
    record load_memory ours "$(json_field resident_bytes "$said" | LC_ALL=C awk '{ printf "%.1f", $1 / 1e6 }')"
    note load "Round $round: of $(json_field due "$said") appointments $(json_field greetings "$said") were greeted, \
$(json_field wrong "$said") wrong, $(json_field failures "$said") failed, $(json_field missed "$said") missed; \
at most $(json_field most_at_once "$said") connections at once."
    said=$(theirs --rm /clients rate 4008 "$text" 1 64 "$rate_seconds" "$most")
    record load c "$(field per_second "$said")"
    said=$(virtual_clients "$easy")
    record load_p99 ours "$(percentile p99 "$said")"
    note load_p99 "Round $round, $easy a second: p50 $(percentile p50 "$said"), p99 $(percentile p99 "$said"), p99.9 \
$(percentile p999 "$said"), longest $(percentile max "$said") ms; $(json_field failures "$said") failed, \
$(json_field missed "$said") missed."
  done
  end_kept
}
