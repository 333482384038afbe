# Functions that the commands of a lab share: its name, its containers, and the programs in its images. Sourced.
# shellcheck shell=sh

. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lab/attendee.sh
. scripts/lab/variables.sh
LAB=${LAB:-nearfar}
export LAB
# With these Compose would use another file, or other services.
unset COMPOSE_FILE COMPOSE_PROFILES COMPOSE_PROJECT_NAME

case $LAB in
  [!a-z0-9]* | *[!a-z0-9_-]*)
    fail 2 "LAB=$LAB is not a valid name for a lab" "use lower-case letters, digits, - and _, starting with a letter or digit"
    ;;
esac

if is_on METRICS; then METRICS=1; else METRICS=''; fi
# A link may be written with blanks, DOWN='200ms ~ 20ms'; passed on, each variable is one word.
for name in $link_variables; do
  eval "value=\${$name:-}"
  case $value in *[[:space:]]*) export "$name=$(echo "$value" | tr -d '[:space:]')" ;; esac
done

. scripts/lab/own-server.sh

compose() {
  docker compose --project-name "$LAB" --file docker-compose.yml ${SERVICE_IMAGE:+--file scripts/compose/service.yml} \
    ${SERVER:+--file scripts/compose/server.yml} \
    ${METRICS:+--profile metrics} --ansi never --progress quiet "$@"
}

# containers_of SERVICE [FILTER]: prints the ids of the service's running containers.
containers_of() {
  docker ps --quiet --filter "label=com.docker.compose.project=$LAB" \
    --filter "label=com.docker.compose.service=$1" ${2:+--filter "$2"}
}

# require_lab: sets $wan_control, or fails with the reason why there is none.
require_lab() {
  refuse_remote_docker
  wan_control=$(containers_of wan-control 2>/dev/null) || refuse_silent_docker
  [ -n "$wan_control" ] || fail 1 "the lab '$LAB' is not up" "run: make lab-up${AS:+ AS=$AS}"
}

# link_words: prints the variables of a link that are set, one per line.
link_words() {
  for name in $link_variables; do
    eval "value=\${$name:-}"
    [ -z "$value" ] || echo "$name=$value"
  done
}

# refuse_idle_seed: only the times of a flapping link are random. wan-control accepts a seed with every fault, since a
# scenario has one for all.
refuse_idle_seed() {
  case ${SEED:-},${FAULT:-} in
    ,* | *, | *,*flapping*) ;;
    *) fail 2 "SEED=$SEED has no effect: nothing is random about FAULT=$FAULT" \
      "leave it out, or use a random fault, such as FAULT=flapping:2s~200ms" ;;
  esac
}

# control COMMAND [WORD...]: asks the running wan-control; its --help lists the commands.
control() {
  docker exec "$wan_control" /opt/java/bin/java -XX:AOTCache=/app/wan-control.aot -Xmx16m \
    -jar /app/wan-control.jar "$@"
}

# service_port: prints the port of the service in the running lab.
service_port() {
  docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$wan_control" | sed -n 's/^SERVICE_PORT=//p' |
    grep . || echo 4444
}

# The command to which helper containers belong, also those of the commands that it calls.
export NEARFAR_RUN="${NEARFAR_RUN:-$$}"

# hardened MODE KIND NETWORK MEMORY OPTION...: `docker run` or `docker create` of a helper container, which may do no more
# than the containers of the lab. A later option overrides an earlier one.
hardened() {
  run_mode=$1 run_kind=$2 run_network=$3 run_memory=$4
  shift 4
  docker "$run_mode" --network "$run_network" --label "nearfar.lab=$LAB" --label "nearfar.helper=$run_kind" \
    --label "nearfar.run=$NEARFAR_RUN" --label "nearfar.owner=${NEARFAR_OWNER:-}" --user 65532:65532 --read-only \
    --cap-drop ALL --security-opt no-new-privileges --memory "$run_memory" --memory-swap "$run_memory" --pids-limit 100 "$@"
}

# in_image IMAGE ARGUMENT...: runs an image's program without a network; it reads standard input.
in_image() {
  hardened run tool none 128m --rm --interactive "$@"
}

report() {
  in_image nearfar/client:local report "$@"
}

# forget_unstarted: removes this command's helpers that an interrupt kept from starting; Docker would keep them until
# lab-down. The helpers of other commands may be about to start.
forget_unstarted() {
  docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter "label=nearfar.run=$NEARFAR_RUN" --filter status=created |
    while read -r helper; do
      docker rm --force "$helper" >/dev/null 2>&1 || :
    done
}

# lab_logs [OPTION...]: prints the logs of the clients and of wan-control, each line after its container's name.
# shellcheck disable=SC2120 # options come from the sourcing script
lab_logs() {
  compose logs --no-color "$@" client-lan client-wan wan-control
}

# lab_log: writes the present lab_logs to $logs/lab, or ends the script if nothing can be read.
lab_log() {
  read_lab_log || fail 1 "the lab's logs cannot be read: $(tail -n 1 "$logs/wrong")" "run: make doctor"
}

# Docker reads no log past a line that a full disk has truncated (moby#29511): of such a log the lines after it count.
# shellcheck disable=SC2119,SC2154 # no options here; keep_logs makes the folder
read_lab_log() {
  lab_logs >"$logs/lab" 2>"$logs/wrong" && return
  docker ps --all --filter "label=com.docker.compose.project=$LAB" \
    --format '{{.Label "com.docker.compose.service"}} {{.Label "com.docker.compose.container-number"}}' \
    >"$logs/containers" 2>"$logs/wrong" || return
  : >"$logs/lab"
  while read -r service number; do
    case $service in client-lan | client-wan | wan-control) newest_log "$service" "$number" ;; esac
  done <"$logs/containers"
  [ -s "$logs/lab" ]
}

# newest_log SERVICE NUMBER: adds to $logs/lab as much of the end of a container's log as can be read, and reports it.
newest_log() {
  for lines in all 10000 3000 1000 300 100 30 10 3 1; do
    compose logs --no-color --index "$2" --tail $lines "$1" >"$logs/one" 2>"$logs/wrong" </dev/null || continue
    # Sometimes Docker leaves out the truncated line and all lines after it without an error.
    [ $lines = all ] || [ "$(wc -l <"$logs/one")" -ge $lines ] || continue
    cat "$logs/one" >>"$logs/lab"
    [ $lines = all ] || line log "$1-$2: torn, as by a disk that was full; its last $lines lines count" >&2
    return
  done
  line log "$1-$2: torn, as by a disk that was full; nothing of it can be read" >&2
}
