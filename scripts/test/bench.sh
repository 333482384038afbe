#!/bin/sh
# Measures our programs and their peers in turns, and writes docs/internals/bench.md. No result makes it fail.
# ONLY="rate link" runs some parts, QUICK=1 a short run of each; these write to target/bench.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. bench/lib.sh
. bench/greetings.sh
. bench/starts.sh
. bench/labs.sh
. bench/link.sh
. bench/images.sh

ports=${BENCH_PORTS:-24700} # this one and the next, published by the labs
all="images rate under-load accept once open-loop link lab idle"
parts=${ONLY:-$all}
whole=yes
[ -z "${ONLY:-}" ] || whole=no
if is_on QUICK; then
  whole=no
  rounds=1 warm_seconds=0.5 rate_seconds=1 greetings_goal=10000 rest_seconds=5
  idle=300 churn=200 probes=200 starts=2 clients=1000 overload=60000 sustained=2000
  small_lab=2 large_lab=4 rest=1 large=16000000 settle=10 idle_seconds=60
else
  rounds=5 warm_seconds=2 rate_seconds=3 greetings_goal=2000000 rest_seconds=100
  idle=10000 churn=5000 probes=1000 starts=6 clients=10000 overload=60000 sustained=10000
  small_lab=4 large_lab=24 rest=11 large=64000000 settle=60 idle_seconds=600
fi
most=100000000 # greetings in a round, more than its time allows

# check_request: checks the variables and the machine before anything is built.
check_request() {
  rounds=${ROUNDS:-$rounds}
  case $rounds in '' | *[!0-9]* | 0 | ???*) fail 2 "ROUNDS=$rounds is not a number of rounds (1 to 99)" "such as: make bench ROUNDS=3" ;; esac
  for part in $parts; do
    case " $all " in
      *" $part "*) ;;
      *) fail 2 "ONLY=$part is not a part of the bench" "choose from: $all" ;;
    esac
  done
  [ "$(uname)" = Linux ] || fail 1 "the bench needs Linux: it reads /proc, and mounts this machine's programs" "run it there"
  cores=$(nproc)
  [ "$cores" -ge 2 ] || fail 1 "the bench needs two processors, and there is one" "run it on a larger machine"
  # The peers run in this folder as a user without any rights.
  [ -n "$(find "$PWD" -prune -perm -005)" ] ||
    fail 1 "other users cannot read $PWD, and the peers run as another user" "allow it: chmod o+rx $PWD"
  files=$(awk '/^Max open files/ { print $5 == "unlimited" ? 1048576 : $5 }' /proc/self/limits)
}

install_tools() {
  set --
  command -v gcc >/dev/null || set -- "$@" gcc
  [ -e /usr/include/stdio.h ] || set -- "$@" libc6-dev
  command -v nc >/dev/null || set -- "$@" netcat-openbsd
  [ $# -eq 0 ] || require_packages "programs that the bench runs" "$@"
}

# unpack_nginx: Debian's nginx, unpacked and not installed, since an installed one begins to serve at port 80.
unpack_nginx() {
  mkdir -p "$work/nginx"
  (cd "$work/nginx" && apt-get download -qq nginx libnginx-mod-stream) || {
    refresh_packages
    (cd "$work/nginx" && apt-get download -qq nginx libnginx-mod-stream)
  }
  for package in "$work"/nginx/*.deb; do
    dpkg-deb --extract "$package" "$work/nginx"
  done
}

# find_nginx: sets $nginx and its module $nginx_stream; both are empty if there is none.
find_nginx() {
  nginx=$(command -v nginx || :) nginx_stream=/usr/lib/nginx/modules/ngx_stream_module.so
  if [ -z "$nginx" ] || [ ! -e "$nginx_stream" ]; then
    nginx=$PWD/$work/nginx/usr/sbin/nginx nginx_stream=$PWD/$work/nginx$nginx_stream
    if [ ! -x "$nginx" ] && is_debian; then
      line missing "nginx libnginx-mod-stream (a peer): unpacks them to $work/nginx, does not install them"
      unpack_nginx >"$logs/nginx.log" 2>&1 || tail -n 3 "$logs/nginx.log" | sed 's/^/    | /' >&2
    fi
  fi
  "$nginx" -v >/dev/null 2>&1 || nginx=
}

# build_programs: the clients, the stopwatch and the peers. Static, since they run in containers as well.
build_programs() {
  for source in bench/clients.c bench/stopwatch.c bench/peers/greeter.c; do
    gcc -std=gnu17 -O2 -Wall -Wextra -static -pthread -o "$work/$(basename "$source" .c)" "$source"
  done
}

# build_netty: needs Maven, a JDK 25 and, the first time, the network.
build_netty() {
  jdk=$(scripts/mvn --where 2>/dev/null) || jdk=
  [ -z "$jdk" ] || maven --file bench/peers/netty/pom.xml compile || line netty "not built, and left out"
}

# copy_jar: the jar of the server's image.
copy_jar() {
  rm -rf "${work:?}/lib"
  container=$(docker create nearfar/server:local)
  docker cp "$container:/app/server.jar" "$work/server.jar" >/dev/null
  docker cp "$container:/app/lib" "$work/lib" >/dev/null
  docker rm "$container" >/dev/null
}

clean_up() {
  trap '' INT TERM HUP
  stop_peers
  stop_loopback
  remove_labs
  docker rmi "$bench_image" >/dev/null 2>&1 || :
  tidy_up
  release_lock
}

# by_hand: prints the last section of the page, which is written by hand.
by_hand() {
  if grep -qs '^## Where the rest goes$' docs/internals/bench.md; then
    sed -n '/^## Where the rest goes$/,$p' docs/internals/bench.md
    return
  fi
  printf '## Where the rest goes\n\nNothing has been written here yet.\n'
}

page() {
  cat <<END
# Bench

Written by \`make bench\` on $date, in $(since_start) s, in $rounds rounds in which ours and its peers took turns.

- Machine: $cores processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo), Linux $(uname -r)
- Load average before: $load_before; after: $(cut -d ' ' -f 1-3 /proc/loadavg)$busy
- Docker $(engine_version), Compose $(compose_version)${jdk:+, JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release")}${nginx:+, $("$nginx" -v 2>&1 | sed 's/.*: //')}, $(gcc --version | head -n 1)

The ratio is that of each round, ours to the peer's; its median counts, and its lowest and highest are its spread.
How each result is measured: [bench](../../bench/README.md).
END
  [ "$whole" = yes ] || printf '\nNot a complete run; a quick one has less of everything than the headings say.\n'
  LC_ALL=C awk -f bench/report.awk bench/metrics "$results"
  echo
}

check_request
refuse_remote_docker
scripts/lib/engine.sh
scripts/images/images.sh
at_end clean_up
take_lock bench
keep_logs
mkdir -p "$work"
install_tools
find_nginx
build_programs || fail 1 "the clients and the peer in C do not compile" "see above"
build_netty
copy_jar
build_image
start_loopback

date=$(date +%F) load_before=$(cut -d ' ' -f 1-3 /proc/loadavg) busy=
bench_started=$(now)
case $load_before in
  0.* | 1.*) ;;
  *)
    line busy "this machine was busy shortly before (load ${load_before%% *}): the results may say little"
    busy='. The machine was busy shortly before'
    ;;
esac
: >"$results"
for part in $parts; do
  line bench "$part …"
  "measure_$(echo "$part" | tr - _)"
done
page >"$work/bench.md"
cat "$work/bench.md"
if [ "$whole" = yes ]; then
  by_hand >"$work/by-hand.md"
  { cat "$work/bench.md" && echo && cat "$work/by-hand.md"; } >docs/internals/bench.md
  line bench "written: docs/internals/bench.md"
else
  line bench "written: $work/bench.md; the page in docs/ is for a complete run"
fi
