# Figures of labs: how long one takes to come up, and what a client more costs. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh, room.sh and lib.sh

. scripts/lab/variables.sh

bench_lab=nearfar-bench
subnet=${BENCH_SUBNET:-10.57.0}

# untold NAME=VALUE... COMMAND...: without what the caller's environment asks of a lab, or tells make.
untold() (
  # shellcheck disable=SC2086 # names
  unset $lab_variables $place_variables MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
  exec env "$@"
)

# with_lab NAME=VALUE... COMMAND...: with the bench's own lab.
with_lab() {
  untold LAB=$bench_lab SUBNET="$subnet" LAN_PORT="$ports" WAN_PORT=$((ports + 1)) "$@"
}

# plain FILE COMMAND...: the peer's compose file.
plain() {
  plain_file=$1
  shift
  SUBNET=$subnet CONTAINERS=${containers:-1} docker compose --project-name "$bench_lab-peer" \
    --file "bench/peers/$plain_file.yml" --ansi never --progress quiet "$@"
}

# remove_labs: those of the bench, if it began any.
remove_labs() {
  [ -n "${labs_begun:-}" ] || return 0
  with_lab scripts/lab/lab-down.sh >/dev/null 2>&1 || :
  plain plain down --timeout 0 --volumes --remove-orphans >/dev/null 2>&1 || :
}

# time_of_day: as the engine gives its events.
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

# available: the machine's free memory, in MB.
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

# made_of: what $took went into, by the engine's own events.
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
        printf "What the %.2f s of the last round were made of, by the events of the engine: ", took
        printf "%.2f s until the first network is asked for (make, the checks of engine, doors and images, compose); ", first
        printf "at %.2f s the networks stand, at %.2f s all containers are created, ", networks, created
        printf "at %.2f s server, gateway and wan-control are started and at %.2f s healthy; ", servers, healthy
        printf "clients start from %.2f to %.2f s; at %.2f s all are greeted and the table is printed.", client, clients, took
      }'
}

# one_lab LAN WAN: brings it up; sets $took.
one_lab() {
  timed with_lab LAN_CLIENTS="$1" WAN_CLIENTS="$2" make -s lab-up
}

# one_plain CONTAINERS: the same of the engine alone.
one_plain() {
  containers=$1
  timed plain plain up --detach
}

# weigh WHO SIZE: once, when all has come to rest: what the machine has left, and the memory of each container.
weigh() {
  [ "$round" = 1 ] || return 0
  case $1 in ours) sleep "$rest" ;; esac # a client gives back what its start took after 10 s
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

# slope SMALL LARGE: the difference of two figures for each client between.
slope() {
  echo "$1 $2" | LC_ALL=C awk -v clients=$((large_lab - small_lab)) '{ printf "%.3f", ($2 - $1) / clients }'
}

measure_lab() {
  part=lab12 labs_begun=yes round=0 asked_rounds=$rounds
  [ "$rounds" -le 3 ] || {
    rounds=3 # one takes more than half a minute
    note lab12 "3 rounds, here and of the next two."
  }
  while another_round 480; do
    one_lab $((small_lab / 2)) $((small_lab / 2)) || break
    small=$took
    weigh ours small
    with_lab scripts/lab/lab-down.sh >/dev/null
    one_plain "$small_lab" || break
    small_plain=$took
    weigh engine small
    plain plain down --timeout 0
    one_lab 4 5 || break
    record lab12 ours "$took"
    [ "$round" -lt "$rounds" ] || note lab12 "$(made_of)"
    with_lab scripts/lab/lab-down.sh >/dev/null
    one_plain 12 || break
    record lab12 engine "$took"
    plain plain down --timeout 0
    one_lab $((large_lab / 2)) $((large_lab / 2)) || break
    record slope ours "$(slope "$small" "$took")"
    weigh ours large
    with_lab scripts/lab/lab-down.sh >/dev/null
    one_plain "$large_lab" || break
    record slope engine "$(slope "$small_plain" "$took")"
    weigh engine large
    plain plain down --timeout 0
  done
  [ -z "${left_engine_large:-}" ] || {
    round=1
    record memory_left ours "$(slope "$left_ours_large" "$left_ours_small")"
    record memory_left engine "$(slope "$left_engine_large" "$left_engine_small")"
    note memory_left "With all that the engine adds to each, above all a shim process. Measured once; whatever else the \
machine does meanwhile is in it."
  }
  remove_labs
  rounds=$asked_rounds
}

# memory_now: a line for each container of the lab: its name, and its KB.
memory_now() {
  # shellcheck disable=SC2046 # ids
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' \
    $(docker ps --quiet --filter "label=com.docker.compose.project=$bench_lab") | LC_ALL=C awk '
    { factor = $2 ~ /GiB/ ? 1048576 : $2 ~ /MiB/ ? 1024 : $2 ~ /KiB/ ? 1 : 1 / 1024; printf "%s %.0f\n", $1, $2 * factor }'
}

# measure_flat: the memory of an idle lab's containers over ten minutes, and whether it grows: a line by least squares.
measure_flat() {
  part=flat labs_begun=yes round=1
  one_lab 2 3 || return 0
  line bench "flat: the lab rests for $((settle / 60 + flat_seconds / 60)) min …"
  sleep "$settle" # what a start took is given back within the first minute
  flat_begun=$(now)
  : >"$logs/flat"
  while [ $(($(now) - flat_begun)) -le "$flat_seconds" ]; do
    memory_now | sed "s/$/ $(($(now) - flat_begun))/" >>"$logs/flat"
    sleep 15
  done
  sort "$logs/flat" | LC_ALL=C awk -v lab="$bench_lab-" '
    function tell() {
      slope = n > 1 && n * xx > x * x ? (n * xy - x * y) / (n * xx - x * x) * 60 : 0
      printf "%s: %.1f MiB at first, %.1f at last, %.1f at most, %+.1f KiB a minute over %d samples.\n", name, first / 1024, last / 1024, most / 1024, slope, n
    }
    { sub("^" lab, "", $1) }
    $1 != name { if (n) tell(); name = $1; n = x = y = xx = xy = most = 0; least = "" }
    { n++; x += $3; y += $2; xx += $3 * $3; xy += $3 * $2; if ($2 > most) most = $2 }
    { if (least == "" || $3 < least) { least = $3; first = $2 }; if ($3 >= latest[name]) { latest[name] = $3; last = $2 } }
    END { if (n) tell() }' >"$logs/slopes"
  while read -r slope; do note flat "$slope"; done <"$logs/slopes"
  memory_now | while read -r name kb; do
    case $name in
      *-client-*) record flat ours "$(echo "$kb" | LC_ALL=C awk '{ printf "%.2f", $1 * 1024 / 1e6 }')" ;;
      *-server-*) record flat_server ours "$(echo "$kb" | LC_ALL=C awk '{ printf "%.2f", $1 * 1024 / 1e6 }')" ;;
    esac
  done
  remove_labs
}
