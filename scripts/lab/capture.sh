#!/bin/sh
# Captures packets in the network namespaces of the server, the gateway and a client of either side, writes pcap files, and
# prints the packets of one exchange near and of one far. The captures end by themselves.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh
. scripts/images/image-state.sh

longest=600
most_packets=1000000

# listen POINT CONTAINER: writes a capture to standard output. Its only capability is to open a raw socket.
listen() {
  hardened run capture "container:$2" 64m --rm --name "$run-$1" --user 0 --cap-add NET_RAW --log-driver none \
    --entrypoint timeout \
    $capture_image -s INT "$for_seconds" tcpdump -Z root -p -n -U -i any -c $most_packets \
    --time-stamp-precision=nano -w - tcp port "$port"
}

# first_of SERVICE: prints a running container of the service and the name of that capture point, or nothing.
first_of() {
  docker ps --filter "label=com.docker.compose.project=$LAB" --filter "label=com.docker.compose.service=$1" \
    --format '{{.ID}} {{.Label "com.docker.compose.service"}}-{{.Label "com.docker.compose.container-number"}}' |
    sort -k 2 -V 2>/dev/null | head -n 1
}

# add SERVICE [NAME]: adds it to the capture points, if it runs.
add() {
  found=$(first_of "$1")
  [ -n "$found" ] || return 0
  points="$points ${2:-${found#* }}:${found%% *}"
}

# end_listeners: tcpdump writes the packets that it still has. Some have ended by themselves.
end_listeners() {
  for point in $points; do
    docker kill --signal INT "$run-${point%%:*}" >/dev/null 2>&1 &
  done
  wait
}

# interrupted: ends the captures; the packets so far are printed.
interrupted() {
  trap '' INT TERM HUP
  stopped=yes
  end_listeners
}

# await_listeners: waits until each reports that it listens, or has ended.
await_listeners() {
  ticks=0
  while [ $ticks -lt 100 ] && [ -z "${stopped:-}" ]; do
    silent=
    for point in $points; do
      grep -q 'listening on' "$logs/${point%%:*}" || silent=yes
    done
    [ -n "$silent" ] || return 0
    ticks=$((ticks + 1))
    sleep 0.1
  done
}

# read_captures: prints the captures, each after its point and its size.
read_captures() {
  for point in $points; do
    file=$folder/${point%%:*}.pcap
    echo "${point%%:*} $(($(wc -c <"$file")))"
    cat "$file"
  done
}

for_seconds=${CAPTURE_SECONDS:-10}
case $for_seconds in
  0* | *[!0-9]* | ????*) wrong=yes ;;
  *) [ "$for_seconds" -le $longest ] && wrong= || wrong=yes ;;
esac
[ -z "$wrong" ] || fail 2 "SECONDS=$for_seconds is not 1 to $longest" "such as: make capture SECONDS=10"
require_lab
scripts/images/side-image.sh capture
port=$(service_port) run="$LAB-capture-$$" points=''
add client-lan
add client-wan
add wan-gateway wan-gateway
add server server
folder=captures/$LAB-$(date +%Y%m%d-%H%M%S)
[ ! -e "$folder" ] || folder=$folder-$$
mkdir -p "$folder" || fail 1 "the folder $PWD/$folder cannot be made" "make room for it there, or run this where you may write"
keep_logs
trap 'end_listeners; forget_logs' EXIT
trap interrupted INT TERM HUP
pids=''
for point in $points; do
  : >"$logs/${point%%:*}"
  listen "${point%%:*}" "${point#*:}" >"$folder/${point%%:*}.pcap" 2>"$logs/${point%%:*}" </dev/null &
  pids="$pids $!"
done
await_listeners
line capture "$(echo "$points" | sed 's/^ //; s/:[^ ]*//g; s/ /, /g') for $for_seconds s, port $port …"
for pid in $pids; do
  until wait "$pid" || ! kill -0 "$pid" 2>/dev/null; do :; done
done
trap '' INT TERM HUP
for point in $points; do
  grep -q 'packets captured' "$logs/${point%%:*}" ||
    fail 1 "${point%%:*} could not be captured: $(tail -n 1 "$logs/${point%%:*}")" "is it running? see: docker compose -p $LAB ps"
done
echo
read_captures | in_image nearfar/client:local diagram ||
  fail 1 "the captures could not be read" "they are in $folder; with a newer client image: make images"
echo
line files "$folder: $(cd "$folder" && echo *.pcap)"
