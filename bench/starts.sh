# Times of programs' starts, from exec on. Sourced by bench.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with bench.sh and lib.sh

# From exec to accepting: the shipped runtime with its AOT cache, and the same jar on a full JDK without options.
measure_accept() {
  part=accept round=0
  [ -n "$jdk" ] || note accept "The peer is missing: no JDK 25 was found on this machine."
  while next_round 260; do
    # shellcheck disable=SC2046 # words
    run_in_image --rm nearfar/server:local greeted 4006 "$starts" $(command_of nearfar/server:local) \
      --host 127.0.0.1 --port 4006 | record_each accept ours
    [ -z "$jdk" ] || run_here --rm /stopwatch greeted 4006 "$starts" "$jdk/bin/java" \
      -jar "$work/server.jar" --host 127.0.0.1 --port 4006 | record_each accept jdk
  done
}

# From exec to the greeting on standard output, from our server.
measure_once() {
  part=once round=0
  serve_ours 4007 ""
  while next_round 280; do
    # shellcheck disable=SC2046 # words
    run_in_image --rm nearfar/client:local printed "$text" "$starts" $(command_of nearfar/client:local) \
      once 127.0.0.1 4007 | record_each once ours
    run_here --rm /stopwatch printed "$text" "$starts" "$(command -v nc)" -d 127.0.0.1 4007 | record_each once nc
  done
  stop_peers
}
