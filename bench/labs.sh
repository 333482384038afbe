# Labs: how long one takes to start, and the cost of one more client. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh, classroom.sh and lib.sh

. scripts/lab/variables.sh

bench_lab=nearfar-bench
subnet=${BENCH_SUBNET:-10.57.0}

# with_clean_environment NAME=VALUE... COMMAND...: without the variables of labs and of make in the caller's environment.
with_clean_environment() (
  # shellcheck disable=SC2086 # names
  unset $lab_variables $place_variables MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
  exec env "$@"
)

# with_lab NAME=VALUE... COMMAND...: for the bench's own lab.
with_lab() {
  with_clean_environment LAB=$bench_lab SUBNET="$subnet" LAN_PORT="$ports" WAN_PORT=$((ports + 1)) "$@"
}

# peer_compose FILE COMMAND...: docker compose with the peer's file.
peer_compose() {
  peer_file=$1
  shift
  SUBNET=$subnet CONTAINERS=${containers:-1} docker compose --project-name "$bench_lab-peer" \
    --file "bench/peers/$peer_file.yml" --ansi never --progress quiet "$@"
}

# remove_labs: removes those of the bench, if it started any.
remove_labs() {
  [ -n "${labs_started:-}" ] || return 0
  with_lab scripts/lab/lab-down.sh >/dev/null 2>&1 || :
  peer_compose plain down --timeout 0 --volumes --remove-orphans >/dev/null 2>&1 || :
}

# time_of_day: as Docker prints it with its events.
time_of_day() {
  date +%s.%N
}

# timed COMMAND...: sets $took, in seconds, and $from and $to, the time of day at both ends.
timed() {
  from=$(time_of_day) began=$(clock)
  "$@" >"$logs/timed.log" 2>&1 || {
    tail -n 5 "$logs/timed.log" | sed 's/^/    | /' >&2
    return 1
  }
  took=$(echo "$began $(clock)" | LC_ALL=C awk '{ printf "%.2f", $2 - $1 }') to=$(time_of_day)
}

# available: prints the machine's available memory, in MB.
available() {
  LC_ALL=C awk '/^MemAvailable/ { printf "%.1f", $2 * 1024 / 1e6 }' /proc/meminfo
}

# memory_of FILTER: prints the MB of each such container, a line each.
memory_of() {
  # shellcheck disable=SC2046 # ids
  docker stats --no-stream --format '{{.MemUsage}}' $(docker ps --quiet --filter "$1") | LC_ALL=C awk '
    { factor = /^[0-9.]+GiB/ ? 1073.741824 : /^[0-9.]+MiB/ ? 1.048576 : /^[0-9.]+KiB/ ? 0.001024 : 0.000001
      printf "%.2f\n", $1 * factor }'
}

# made_of: prints what took the time $took, by Docker's events.
made_of() {
  docker events --since "$from" --until "$to" \
    --format '{{.TimeNano}}|{{.Type}}|{{.Action}}|{{index .Actor.Attributes "com.docker.compose.service"}}|{{index .Actor.Attributes "com.docker.compose.project"}}{{.Actor.Attributes.name}}' |
    LC_ALL=C awk -F '|' -v lab=$bench_lab -v from="$from" -v took="$took" '
      index($5, lab) != 1 { next }
      { at = $1 / 1e9 - from }
      $2 == "network" && $3 == "create" { if (!networks) first = at; networks = at }
      $2 == "container" && $3 == "create" { created = at }
      $2 == "container" && $3 == "start" && $4 !~ /^client/ { servers = at }
      $2 == "container" && $3 ~ /healthy$/ && $4 !~ /^client/ { healthy = at }
      $2 == "container" && $3 == "start" && $4 ~ /^client/ { if (!client) client = at; clients = at }
      END {
        printf "The %.2f s of the last round, by the events of Docker: ", took
        printf "%.2f s until the first network is created (make, the checks of Docker, ports and images, compose); ", first
        printf "at %.2f s the networks are there, at %.2f s all containers are created, ", networks, created
        printf "at %.2f s server, gateway and wan-control are started and at %.2f s healthy; ", servers, healthy
        printf "clients start from %.2f to %.2f s; at %.2f s all are greeted and the table is printed.", client, clients, took
      }'
}

# one_lab LAN WAN: starts a lab; sets $took.
one_lab() {
  timed with_lab LAN_CLIENTS="$1" WAN_CLIENTS="$2" make -s lab-up
}

# one_plain CONTAINERS: the same with Docker alone.
one_plain() {
  containers=$1
  timed peer_compose plain up --detach
}

# weigh SUBJECT SIZE: once, after a rest: the memory that the machine has left, and that of each container.
weigh() {
  [ "$round" = 1 ] || return 0
  case $1 in ours) sleep "$rest" ;; esac # a client gives back the memory of its start after 10 s
  case $1-$2 in
    ours-small) left_ours_small=$(available) ;;
    engine-small) left_engine_small=$(available) ;;
    ours-large)
      left_ours_large=$(available)
      memory_of "name=$bench_lab-client-" | record_each memory ours
      ;;
    engine-large)
      left_engine_large=$(available)
      memory_of "name=$bench_lab-peer-plain-" | record_each memory engine
      ;;
  esac
}

# slope SMALL LARGE: prints the difference of two values for each client between.
slope() {
  echo "$1 $2" | LC_ALL=C awk -v clients=$((large_lab - small_lab)) '{ printf "%.3f", ($2 - $1) / clients }'
}

measure_lab() {
  part=lab12 labs_started=yes round=0 asked_rounds=$rounds
  [ "$rounds" -le 3 ] || {
    rounds=3 # one takes more than half a minute
    note lab12 "3 rounds, here and of the next two."
  }
  while next_round 480; do
    one_lab $((small_lab / 2)) $((small_lab / 2)) || break
    small=$took
    weigh ours small
    with_lab scripts/lab/lab-down.sh >/dev/null
    one_plain "$small_lab" || break
    small_plain=$took
    weigh engine small
    peer_compose plain down --timeout 0
    one_lab 4 5 || break
    record lab12 ours "$took"
    [ "$round" -lt "$rounds" ] || note lab12 "$(made_of)"
    with_lab scripts/lab/lab-down.sh >/dev/null
    one_plain 12 || break
    record lab12 engine "$took"
    peer_compose plain down --timeout 0
    one_lab $((large_lab / 2)) $((large_lab / 2)) || break
    record slope ours "$(slope "$small" "$took")"
    weigh ours large
    with_lab scripts/lab/lab-down.sh >/dev/null
    one_plain "$large_lab" || break
    record slope engine "$(slope "$small_plain" "$took")"
    weigh engine large
    peer_compose plain down --timeout 0
  done
  [ -z "${left_engine_large:-}" ] || {
    round=1
    record memory_left ours "$(slope "$left_ours_large" "$left_ours_small")"
    record memory_left engine "$(slope "$left_engine_large" "$left_engine_small")"
    note memory_left "Including what Docker adds to each, above all a shim process. Measured once, with all that the machine \
did at the time."
  }
  remove_labs
  rounds=$asked_rounds
}

# memory_now: prints a line for each container of the lab: its name, and its KB.
memory_now() {
  # shellcheck disable=SC2046 # ids
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' \
    $(docker ps --quiet --filter "label=com.docker.compose.project=$bench_lab") | LC_ALL=C awk '
    { factor = $2 ~ /GiB/ ? 1048576 : $2 ~ /MiB/ ? 1024 : $2 ~ /KiB/ ? 1 : 1 / 1024; printf "%s %.0f\n", $1, $2 * factor }'
}

# measure_idle: the memory of an idle lab's containers over ten minutes, and whether it grows (by least squares).
measure_idle() {
  part=idle labs_started=yes round=1
  one_lab 2 3 || return 0
  line bench "idle: the lab rests for $((settle / 60 + idle_seconds / 60)) min …"
  sleep "$settle" # the memory of a start is given back within a minute
  idle_began=$(now)
  : >"$logs/idle"
  while [ $(($(now) - idle_began)) -le "$idle_seconds" ]; do
    memory_now | sed "s/$/ $(($(now) - idle_began))/" >>"$logs/idle"
    sleep 15
  done
  sort "$logs/idle" | LC_ALL=C awk -v lab="$bench_lab-" '
    function print_slope() {
      slope = n > 1 && n * xx > x * x ? (n * xy - x * y) / (n * xx - x * x) * 60 : 0
      printf "%s: %.1f MiB at first, %.1f at last, %.1f at most, %+.1f KiB a minute over %d samples.\n", name, first / 1024, last / 1024, most / 1024, slope, n
    }
    { sub("^" lab, "", $1) }
    $1 != name { if (n) print_slope(); name = $1; n = x = y = xx = xy = most = 0; least = "" }
    { n++; x += $3; y += $2; xx += $3 * $3; xy += $3 * $2; if ($2 > most) most = $2 }
    { if (least == "" || $3 < least) { least = $3; first = $2 }; if ($3 >= latest[name]) { latest[name] = $3; last = $2 } }
    END { if (n) print_slope() }' >"$logs/slopes"
  while read -r slope; do note idle "$slope"; done <"$logs/slopes"
  memory_now | while read -r name kb; do
    case $name in
      *-client-*) record idle ours "$(echo "$kb" | LC_ALL=C awk '{ printf "%.2f", $1 * 1024 / 1e6 }')" ;;
      *-server-*) record idle_server ours "$(echo "$kb" | LC_ALL=C awk '{ printf "%.2f", $1 * 1024 / 1e6 }')" ;;
    esac
  done
  remove_labs
}
