# The link: a large greeting through the lab's gateway, and through Toxiproxy alone. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh, lib.sh and labs.sh

# pull_through SUBJECT CONTAINER NETWORK TIMES: receives the greeting in a container of that network; records the MB/s.
pull_through() {
  address=$(docker inspect --format "{{(index .NetworkSettings.Networks \"$3\").IPAddress}}" "$2")
  docker run --rm --network "$3" --label "nearfar.bench=$$" --entrypoint /clients "$bench_image" \
    pull "$address" 4444 "$large" "$4" | record_each link "$1"
}

measure_link() {
  part=link labs_started=yes round=0
  # Its one client takes the first receive for a greeting, and leaves the link to the bench for a minute.
  with_lab PROFILE=perfect SERVICE_IMAGE="$bench_image" SERVICE_PORT=4444 READ_ONCE=1 INTERVAL=60s LAN_CLIENTS=1 \
    WAN_CLIENTS=0 make -s lab-up >"$logs/timed.log" 2>&1 || {
    note link "The lab did not start."
    tail -n 5 "$logs/timed.log" | sed 's/^/    | /' >&2
    remove_labs
    return 0
  }
  peer_compose link up --detach
  gateway=$(docker ps --quiet --filter "name=$bench_lab-wan-gateway")
  proxy=$(docker ps --quiet --filter "name=$bench_lab-peer-proxy")
  while next_round 360; do
    pull_through ours "$gateway" "${bench_lab}_wan" 2
    pull_through toxiproxy "$proxy" "$bench_lab-peer_one" 2
  done
  note link "Each greeting has $large bytes, and all of them arrived."
  peer_compose link down --timeout 0
  remove_labs
}
