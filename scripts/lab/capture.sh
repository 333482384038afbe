#!/bin/sh
# Listens in the network namespaces of the server, the gateway and a client of either side, writes what it hears as
# pcap files, and prints the packets of one exchange near and of one far. The listeners end by themselves.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/images/image-state.sh
. scripts/lab/lab.sh

longest=600
most_packets=1000000

# listen PLACE CONTAINER: its capture on standard output. It may open a raw socket, and nothing else.
listen() {
  hardened run capture "container:$2" 64m --rm --name "$run-$1" --user 0 --cap-add NET_RAW --log-driver none \
    --entrypoint timeout \
    $capture_image -s INT "$for_seconds" tcpdump -Z root -p -n -U -i any -c $most_packets \
    --time-stamp-precision=nano -w - tcp port "$port"
}

# first_of SERVICE: a running container of the service and the place it is, or nothing.
first_of() {
  docker ps --filter "label=com.docker.compose.project=$LAB" --filter "label=com.docker.compose.service=$1" \
    --format '{{.ID}} {{.Label "com.docker.compose.service"}}-{{.Label "com.docker.compose.container-number"}}' |
    sort -k 2 -V 2>/dev/null | head -n 1
}

# add SERVICE [NAME]: has it listened to, too, if it runs.
add() {
  found=$(first_of "$1")
  [ -n "$found" ] || return 0
  places="$places ${2:-${found#* }}:${found%% *}"
}

# end_listeners: tcpdump writes out what it has. Those that have ended by themselves are gone.
end_listeners() {
  for place in $places; do
    docker kill --signal INT "$run-${place%%:*}" >/dev/null 2>&1 &
  done
  wait
}

# interrupted: what was captured so far counts.
interrupted() {
  trap '' INT TERM HUP
  stopped=yes
  end_listeners
}

# everyone_listens: waits until each of them says so, or has ended.
everyone_listens() {
  ticks=0
  while [ $ticks -lt 100 ] && [ -z "${stopped:-}" ]; do
    silent=
    for place in $places; do
      grep -q 'listening on' "$logs/${place%%:*}" || silent=yes
    done
    [ -n "$silent" ] || return 0
    ticks=$((ticks + 1))
    sleep 0.1
  done
}

# read_ladder: the captures, each behind its place and its size.
read_ladder() {
  for place in $places; do
    file=$folder/${place%%:*}.pcap
    echo "${place%%:*} $(($(wc -c <"$file")))"
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
port=$(service_port) run="$LAB-capture-$$" places=''
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
for place in $places; do
  : >"$logs/${place%%:*}"
  listen "${place%%:*}" "${place#*:}" >"$folder/${place%%:*}.pcap" 2>"$logs/${place%%:*}" </dev/null &
  pids="$pids $!"
done
everyone_listens
line capture "$(echo "$places" | sed 's/^ //; s/:[^ ]*//g; s/ /, /g') for $for_seconds s, port $port …"
for pid in $pids; do
  until wait "$pid" || ! kill -0 "$pid" 2>/dev/null; do :; done
done
trap '' INT TERM HUP
for place in $places; do
  grep -q 'packets captured' "$logs/${place%%:*}" ||
    fail 1 "nobody could listen in ${place%%:*}: $(tail -n 1 "$logs/${place%%:*}")" "is it running? see: docker compose -p $LAB ps"
done
echo
read_ladder | in_image nearfar/client:local ladder ||
  fail 1 "the captures could not be read" "they are in $folder; with a newer client image: make images"
echo
line files "$folder: $(cd "$folder" && echo *.pcap)"
