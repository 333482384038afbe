#!/bin/sh
# A Docker engine for a test alone, run by PrivateEngine in namespaces of its own of mounts, processes and the network,
# which end with the first of its processes. Does what it is told on standard input, word by word. Where that ends, also
# because the test's process was killed, so does all of the engine, and nothing is left of it.
#
#   private-engine.sh FOLDER SIZE NAME
#
# In FOLDER: the socket, the log, and the data root, which is memory of SIZE. NAME is that of its control groups.
set -eu
folder=$1 size=$2 name=$3
full=$folder/data/full

# What keeps its state there, as the shims of containers their sockets, leaves none on the machine.
mount -t tmpfs nearfar /run
mkdir -p "$folder/data" "$folder/exec"
mount -t tmpfs -o "size=$size" nearfar "$folder/data"
ip link set lo up

cat >"$folder/containerd.toml" <<END
version = 2
root = "$folder/containerd"
state = "$folder/exec/containerd"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "$folder/containerd.sock"
END
# The settings of the machine's own engine are not for this one.
echo '{}' >"$folder/daemon.json"

# With none of its own the engine would take the machine's containerd, whose containers stand on the machine's network.
containerd --config "$folder/containerd.toml" >"$folder/containerd.log" 2>&1 </dev/null &

start() {
  dockerd --config-file "$folder/daemon.json" --data-root "$folder/data" --exec-root "$folder/exec" \
    --pidfile "$folder/docker.pid" --host "unix://$folder/docker.sock" --containerd "$folder/containerd.sock" \
    --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/$name" --storage-driver overlay2 \
    >>"$folder/dockerd.log" 2>&1 </dev/null &
  engine=$!
  until docker --host "unix://$folder/docker.sock" version >/dev/null 2>&1; do
    kill -0 "$engine" 2>/dev/null || return 1
    sleep 0.05
  done
}

# stop SIGNAL: sends it to the engine, and to nobody else, and waits for its end.
stop() {
  kill "-$1" "$engine"
  wait "$engine" || :
}

# groups: prints the folders by which the kernel accounts for the containers' processes; they outlive those.
groups() {
  find /sys/fs/cgroup -maxdepth 2 -type d -name "$name"
}

# vanish: ends all processes of this namespace but its first and this one, then removes what they had.
vanish() {
  kill -s KILL -- -1
  tries=0
  while [ -n "$(groups)" ] && [ $tries -lt 100 ]; do
    groups | while read -r group; do find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null; done
    tries=$((tries + 1))
    sleep 0.05
  done
  awk -v folder="$folder/" 'index($2, folder) == 1 { print $2 }' /proc/mounts | sort -r |
    while read -r mount; do umount -l "$mount"; done
  rm -rf "$folder"
}

trap '' PIPE # as nobody may be left to be answered
trap vanish EXIT
while read -r word; do
  case $word in
    start) start ;;
    stop) stop TERM ;;
    kill) stop KILL ;;
    fill) ! cat /dev/zero >"$full" 2>/dev/null ;; # until no byte more has room
    free) rm "$full" ;;
  esac && echo "done" || echo "failed"
done
