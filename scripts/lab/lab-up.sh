#!/bin/sh
# Prepares what is missing, brings the lab up, waits until every client has been greeted, and prints the table. Run again
# it changes nothing; run with new sizes or another profile it changes the lab.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh
. scripts/lib/lock.sh
. scripts/lab/service.sh

largest=59 # clients in a /26
greeted_within=60s

LAN_CLIENTS=${LAN_CLIENTS:-2} WAN_CLIENTS=${WAN_CLIENTS:-3}
export LAN_CLIENTS WAN_CLIENTS
words=$(link_words)
# Numbers without a profile are a custom link; docker-compose.yml would add them to its default profile.
[ -z "${DOWN:-}${UP:-}${RATE:-}${DOWN_RATE:-}${UP_RATE:-}" ] || export PROFILE="${PROFILE:-custom}"

check_size() {
  case $2 in
    '' | *[!0-9]*) fail 2 "$1=$2 is not a number of clients" "give 0 to $largest, such as $1=3" ;;
    ????*) ;;
    *) [ "$2" -gt "$largest" ] || return 0 ;;
  esac
  fail 2 "$1=$2 is more than the network of a side can hold" "give 0 to $largest, such as $1=3"
}

check_sizes() {
  check_size LAN_CLIENTS "$LAN_CLIENTS"
  check_size WAN_CLIENTS "$WAN_CLIENTS"
  case $LAN_CLIENTS$WAN_CLIENTS in
    *[1-9]*) ;;
    *) fail 2 "a lab needs at least one client" "give one side some, such as LAN_CLIENTS=2" ;;
  esac
}

check_link() {
  [ -n "$words" ] || return 0
  [ -n "${PROFILE:-}" ] || words="PROFILE=broadband $words"
  # shellcheck disable=SC2086 # no word has a blank in it that would make sense
  wrong=$(in_image nearfar/wan-control:local check $words 2>&1 >/dev/null </dev/null) || fail 2 "$wrong" "see: make help"
}

# check_clients: values for the clients that are not plainly valid are checked by a client, with an attempt that reaches no
# server.
check_clients() {
  is_on READ_ONCE || : # or off
  [ -n "${CONNECT_TIMEOUT:-}${READ_TIMEOUT:-}${SEND:-}${EXPECT:-}" ] || case ${INTERVAL:-1s} in
    [1-9]s | [1-9][0-9]s | [1-9][0-9]ms | [1-9][0-9][0-9]ms) return 0 ;;
  esac
  wrong=$(in_image nearfar/client:local watch ${INTERVAL:+"--interval=$INTERVAL"} \
    ${CONNECT_TIMEOUT:+"--connect-timeout=$CONNECT_TIMEOUT"} ${READ_TIMEOUT:+"--read-timeout=$READ_TIMEOUT"} \
    ${SEND:+"--send=$SEND"} ${EXPECT:+"--expect=$EXPECT"} --count 1 127.0.0.1 1 2>&1 </dev/null) ||
    [ $? -ne 2 ] || {
    wrong=${wrong#*": --"}
    variable=$(echo "${wrong%%:*}" | tr a-z- A-Z_)
    wrong=${wrong#*": "}
    case $variable in
      SEND | EXPECT) value="'PING\\r\\n'" ;;
      *) value=500ms ;;
    esac
    fail 2 "$variable: ${wrong%; see *}" "such as: $variable=$value make lab-up"
  }
}

check_service() {
  service_mistake
  [ -z "$mistake" ] || fail 2 "$mistake" "$remedy"
  refuse_wrong_server
  [ -z "${SERVER:-}" ] || greeted_within=20s # a program starts in two, or not at all
}

# service_line: prints the program in the place of the greeting server.
service_line() {
  [ -z "${SERVER:-}" ] || line server "$SERVER at port ${SERVICE_PORT:-4444}"
  [ -z "${SERVICE_IMAGE:-}" ] ||
    line service "$SERVICE_IMAGE at port $SERVICE_PORT, runs as $(service_runs_as)"
}

refuse_closed_link() {
  case $(control show 2>&1) in
    *"cut: no byte"*) fail 1 "the link of '$LAB' is cut: no WAN client can be greeted" "heal it: make wan PROFILE=heal" ;;
    *"refused: every"*) fail 1 "the link of '$LAB' refuses all WAN clients" "heal it: make wan PROFILE=heal" ;;
    *black-hole:* | *hang:* | *reset:* | *partition:*)
      fail 1 "over the link of '$LAB' not every WAN client can be greeted" "see: make wan; heal it: make wan PROFILE=heal"
      ;;
  esac
}

# recall: a link that an earlier lab of that name had stays, unless another one is given.
recall() {
  wan_control=$(containers_of wan-control)
  if [ -n "$words" ]; then
    NEARFAR_LOCKED=yes scripts/lab/wan.sh >/dev/null
  else
    refuse_closed_link
  fi
}

# prepare_running: gives a running lab its new link before any other change. Over a link that is cut, lab-up cannot end in
# greetings.
prepare_running() {
  case ${PROFILE:-} in
    cut | refused) fail 2 "over a link that is $PROFILE no WAN client can be greeted" "the link alone: make wan PROFILE=$PROFILE" ;;
  esac
  if [ -n "$words" ]; then
    [ -z "${FAULT:-}" ] || check_link
    NEARFAR_LOCKED=yes scripts/lab/wan.sh >/dev/null
  else
    refuse_closed_link
  fi
  # wan-control keeps the variables that it was made with; with others, Compose would replace it.
  while read -r word; do
    [ -z "$word" ] || export "${word?}"
  done <<END
$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$wan_control" |
    grep -E '^(PROFILE|(DOWN_|UP_)?RATE|DOWN|UP|FAULT|SEED)=')
END
}

bring_up() {
  compose up --detach --remove-orphans && return
  [ ! -e "$logs/interrupted" ] || return
  for container in $(
    docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter health=unhealthy
    docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter status=exited --filter status=restarting
  ); do
    docker logs --tail 3 "$container" 2>&1
  done
  echo "see: docker compose -p $LAB ps --all; then: make lab-down"
  return 1
}

# elapsed: prints the seconds since `begun`, with a fraction where the system has one.
elapsed() {
  echo "$begun $(clock)" | LC_ALL=C awk '{ printf "%.1fs", $2 - $1 }'
}

# feed_metrics: restarts the container that copies the log to Prometheus, from the beginning of the log; it ends with the
# lab. Without METRICS it removes Prometheus: Compose takes no service of an unused profile for an orphan.
feed_metrics() {
  old=$(
    docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter label=nearfar.helper=metrics
    [ -n "$METRICS" ] || for service in prometheus gateway-metrics; do
      docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter "label=com.docker.compose.service=$service"
    done
  )
  # shellcheck disable=SC2086 # a list of ids
  [ -z "$old" ] || docker rm --force $old >/dev/null
  [ -z "$METRICS" ] || scripts/lab/metrics-feed.sh >/dev/null 2>&1 </dev/null 9>&- &
}

# await_greetings: follows the logs, and prints the table once every client has been greeted.
await_greetings() {
  mkfifo "$logs/pipe"
  lab_logs --follow >"$logs/pipe" 2>/dev/null &
  follower=$!
  status=0
  report --await "client-lan=$LAN_CLIENTS,client-wan=$WAN_CLIENTS" --timeout "$greeted_within" \
    --elapsed "$(elapsed)" <"$logs/pipe" || status=$?
  stop_tree "$follower"
  return "$status"
}

# interrupted: waits until Docker has finished what Compose asked for: then lab-down finds all of it.
interrupted() {
  trap '' INT TERM HUP
  : >"$logs/interrupted"
  [ -z "${follower:-}" ] || stop_tree "$follower"
  stop_jobs
  ticks=0
  # shellcheck disable=SC2009 # pgrep is not everywhere
  while [ $ticks -lt 100 ] && ps -A -o args= | grep -q "^[^ ]*docker.* --project-name $LAB .* up --detach"; do
    sleep 0.1
    ticks=$((ticks + 1))
  done
  forget_unstarted
  forget_logs
  release_lock
  line lab "interrupted; what it has started stays up: make lab-up goes on, make lab-down removes it" >&2 || :
  exit 130
}

check_sizes
refuse_idle_seed
check_service
scripts/lib/engine.sh
scripts/lab/clashes.sh
scripts/images/images.sh
check_clients
if [ -n "${SERVICE_IMAGE:-}" ]; then
  at_end tidy_up
  keep_logs
  get_service_image
  tidy_up
fi
[ -z "$METRICS" ] || scripts/images/side-image.sh prometheus
[ -z "${SERVER:-}" ] || scripts/images/side-image.sh workshop
wan_control=$(containers_of wan-control)
[ -n "$wan_control" ] || check_link
# The containers read them as another user.
[ -n "$(find networks/gateway.json -perm -004)" ] || chmod a+r networks/gateway.json
[ -n "$(find networks/prometheus.yml -perm -004)" ] || chmod a+r networks/prometheus.yml
trap release_lock EXIT
take_lock "lab-$LAB"
begun=$(clock)
remembered=$(docker volume ls --quiet --filter "label=nearfar.lab=$LAB")
[ -z "$wan_control" ] || prepare_running
keep_logs
trap interrupted INT TERM HUP
service_line
busy lab "starting $LAN_CLIENTS near and $WAN_CLIENTS far" compose bring_up
[ -z "$remembered" ] || [ -n "$wan_control" ] || recall
feed_metrics
release_lock
status=0
await_greetings || status=$?
forget_logs
case $status in
  0) ;;
  1)
    print_last_log
    fail 1 "not every client was greeted within $greeted_within" "see: make logs"
    ;;
  *) fail 1 "the table could not be made (status $status of the report)" "see: make lab-status" ;;
esac
echo
line 'your own client' "127.0.0.1:${LAN_PORT:-4444} over the LAN, 127.0.0.1:${WAN_PORT:-4445} over the WAN"
[ -z "$METRICS" ] || line 'metrics        ' "http://127.0.0.1:${METRICS_PORT:-9090}"
as=${AS:+ AS=$AS}
line 'next           ' "make wan$as PROFILE=geo-satellite · make logs$as · make lab-down$as"
