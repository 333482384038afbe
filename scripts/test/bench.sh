#!/bin/sh
# Measures ours and its peers side by side, in turns, and writes docs/internals/bench.md. Never fails for a figure; only where
# nothing could be measured. ONLY="rate link" measures some figures, QUICK=1 little of each: neither is the page.
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

ports=${BENCH_PORTS:-24700} # this one and the next, for the doors of the labs
all="images rate crowd accept once load link lab flat"
figures=${ONLY:-$all}
whole=yes
[ -z "${ONLY:-}" ] || whole=no
if is_on QUICK; then
  whole=no
  rounds=1 warm_seconds=0.5 rate_seconds=1 wanted_greetings=10000 rest_seconds=5
  idle=300 coming=200 probes=200 starts=2 virtual=1000 too_much=60000 easy=2000
  small_lab=2 large_lab=4 rest=1 large=16000000 settle=10 flat_seconds=60
else
  rounds=5 warm_seconds=2 rate_seconds=3 wanted_greetings=2000000 rest_seconds=100
  idle=10000 coming=5000 probes=1000 starts=6 virtual=10000 too_much=60000 easy=10000
  small_lab=4 large_lab=24 rest=11 large=64000000 settle=60 flat_seconds=600
fi
most=100000000 # greetings in a round: the time ends it before

# check_wishes: what was asked for, before anything is built.
check_wishes() {
  rounds=${ROUNDS:-$rounds}
  case $rounds in '' | *[!0-9]* | 0 | ???*) fail 2 "ROUNDS=$rounds is no number of rounds" "give 1 to 99, such as ROUNDS=3" ;; esac
  for figure in $figures; do
    case $figure in
      images | rate | crowd | accept | once | load | lab | link | flat) ;;
      *) fail 2 "ONLY=$figure is nothing that is measured" "give some of: $all" ;;
    esac
  done
  [ "$(uname)" = Linux ] || fail 1 "the bench wants Linux: it reads /proc, and mounts this machine's programs" "run it there"
  cores=$(nproc)
  [ "$cores" -ge 2 ] || fail 1 "the bench wants two processors, and there is one" "run it on a larger machine"
  # The peers run as nobody in particular, and from here.
  [ -n "$(find "$PWD" -prune -perm -005)" ] ||
    fail 1 "others may not read $PWD, and so the peers could not start" "let them: chmod o+rx $PWD"
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
  mkdir -p "$place/nginx"
  (cd "$place/nginx" && apt-get download -qq nginx libnginx-mod-stream) || {
    refresh_packages
    (cd "$place/nginx" && apt-get download -qq nginx libnginx-mod-stream)
  }
  for package in "$place"/nginx/*.deb; do
    dpkg-deb --extract "$package" "$place/nginx"
  done
}

# find_nginx: sets $nginx, and $nginx_stream where that is a module beside it; both empty where there is none.
find_nginx() {
  nginx=$(command -v nginx || :) nginx_stream=/usr/lib/nginx/modules/ngx_stream_module.so
  if [ -z "$nginx" ] || [ ! -e "$nginx_stream" ]; then
    nginx=$PWD/$place/nginx/usr/sbin/nginx nginx_stream=$PWD/$place/nginx$nginx_stream
    if [ ! -x "$nginx" ] && is_debian; then
      line missing "nginx libnginx-mod-stream (a peer): unpacked to $place/nginx, not installed"
      unpack_nginx >"$logs/nginx.log" 2>&1 || tail -n 3 "$logs/nginx.log" | sed 's/^/    | /' >&2
    fi
  fi
  "$nginx" -v >/dev/null 2>&1 || nginx=
}

# build_programs: the load, the stopwatch and the peers. Static, since they run in containers, too.
build_programs() {
  for source in bench/clients.c bench/stopwatch.c bench/peers/greeter.c; do
    gcc -std=gnu17 -O2 -Wall -Wextra -static -pthread -o "$place/$(basename "$source" .c)" "$source"
  done
}

# build_netty: not there without Maven, a JDK 25 or, the first time, the network.
build_netty() {
  jdk=$(scripts/mvn --where 2>/dev/null) || jdk=
  [ -z "$jdk" ] || maven --file bench/peers/netty/pom.xml compile || line netty "could not be built, and is left out"
}

# copy_jar: the server's jar as it is in the image.
copy_jar() {
  rm -rf "${place:?}/lib"
  container=$(docker create nearfar/server:local)
  docker cp "$container:/app/server.jar" "$place/server.jar" >/dev/null
  docker cp "$container:/app/lib" "$place/lib" >/dev/null
  docker rm "$container" >/dev/null
}

clean_up() {
  trap '' INT TERM HUP
  end_kept
  remove_ground
  remove_labs
  docker rmi "$bench_image" >/dev/null 2>&1 || :
  tidy_up
  release_lock
}

# by_hand: what stands in the page under its last heading, which no run writes.
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

Written by \`make bench\` on $date, in $(since) s, by $rounds rounds in which ours and its peers took turns.

- Machine: $cores processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo), Linux $(uname -r)
- Load average before: $load_before; after: $(cut -d ' ' -f 1-3 /proc/loadavg)$busy
- Docker $(engine_version), Compose $(compose_version)${jdk:+, JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release")}${nginx:+, $("$nginx" -v 2>&1 | sed 's/.*: //')}, $(gcc --version | head -n 1)

The ratio is that of each round, ours to the peer's; its median counts, and its lowest and highest are its spread.
How each figure is measured: [bench](../bench).
END
  [ "$whole" = yes ] || printf '\nNot a whole run, and a quick one has less of everything than the headings say.\n'
  LC_ALL=C awk -f bench/report.awk bench/figures "$results"
  echo
}

check_wishes
refuse_remote_engine
scripts/lib/engine.sh
scripts/images/images.sh
at_end clean_up
take_lock bench
keep_logs
mkdir -p "$place"
install_tools
find_nginx
build_programs || fail 1 "the load and the peer in C could not be built" "see above"
build_netty
copy_jar
build_image
lay_ground

date=$(date +%F) load_before=$(cut -d ' ' -f 1-3 /proc/loadavg) busy=
bench_begun=$(now)
case $load_before in
  0.* | 1.*) ;;
  *)
    line busy "this machine has had other things to do (a load of ${load_before%% *}): figures of now may say little"
    busy='. The machine has had other things to do shortly before'
    ;;
esac
: >"$results"
for figure in $figures; do
  line bench "$figure …"
  "measure_$figure"
done
page >"$place/bench.md"
cat "$place/bench.md"
if [ "$whole" = yes ]; then
  by_hand >"$place/by-hand.md"
  { cat "$place/bench.md" && echo && cat "$place/by-hand.md"; } >docs/internals/bench.md
  line bench "written: docs/internals/bench.md"
else
  line bench "written: $place/bench.md; the page in docs/ is for a whole run"
fi
