# SERVICE_IMAGE at SERVICE_PORT: a third-party image in the place of the greeting server. Sourced, after lib.sh and
# docker.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with lib.sh and the sourcing script

service_elsewhere="build it, or copy it from a machine that has it: docker save, docker load"

# service_mistake: sets $mistake and $remedy if the variables do not describe a service.
service_mistake() {
  mistake=$(find_service_mistake)
  case $mistake in
    GREETING*) remedy="leave one out; EXPECT sets what clients expect of a service" ;;
    *) remedy="such as: SERVICE_IMAGE=redis:8 SERVICE_PORT=6379 SEND='PING\\r\\n' EXPECT=PONG make lab-up" ;;
  esac
}

find_service_mistake() {
  port=${SERVICE_PORT:-4444} api=8474
  [ -z "${SERVICE_IMAGE:-}" ] || api=61474
  case ${SERVICE_IMAGE:-any} in
    [!a-zA-Z0-9]* | *[!a-zA-Z0-9._:/@-]*) echo "SERVICE_IMAGE=$SERVICE_IMAGE is not a valid name of an image" && return ;;
  esac
  if [ -n "${SERVICE_IMAGE:-}" ] && [ -n "${GREETING:-}" ]; then
    echo "GREETING and SERVICE_IMAGE exclude each other: GREETING is for the greeting server"
  elif [ -n "${SERVICE_IMAGE:-}" ] && [ -z "${SERVICE_PORT:-}" ]; then
    echo "SERVICE_IMAGE=$SERVICE_IMAGE needs SERVICE_PORT, the port at which it listens"
  elif [ "$port" = $api ]; then
    echo "SERVICE_PORT=$port is the port of the gateway's API"
  else
    case $port in
      *[!0-9]* | ??????* | 0*) ;;
      *) [ "$port" -gt 65535 ] || return 0 ;;
    esac
    echo "SERVICE_PORT=$port is not a port (1 to 65535)"
  fi
}

# service_runs_as: prints the user of the image; fails if the image is missing.
service_runs_as() {
  user=$(docker image inspect --format '{{.Config.User}}' "$SERVICE_IMAGE" 2>/dev/null) || return
  user=$(echo "$user" | printable)
  case $user in '' | 0 | 0:* | root | root:*) echo root ;; *) echo "$user" ;; esac
}

# get_service_image: pulls it if it is missing, or fails at once with the reason.
get_service_image() {
  service_runs_as >/dev/null && return
  registry_answers "$SERVICE_IMAGE" || case $(tail -n 1 "$logs/registry.log") in
    *denied* | *unauthorized*)
      fail 1 "the registry denies the image $SERVICE_IMAGE" "is that its name? docker login may help" ;;
    *) fail 1 "the image $SERVICE_IMAGE is missing, and its registry does not answer" "$service_elsewhere" ;;
  esac
  busy service "pulling $SERVICE_IMAGE" pull docker pull --quiet "$SERVICE_IMAGE"
}

# print_last_log: prints the end of the log of a server that took the greeting server's place, and how it ended.
print_last_log() {
  [ -n "${SERVICE_IMAGE:-}${SERVER:-}" ] || return 0
  server=$(docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter label=com.docker.compose.service=server)
  [ -n "$server" ] || return 0
  {
    case $(docker inspect --format '{{.RestartCount}}' "$server") in
      0) echo "the server seems to run: is ${SERVICE_PORT:-4444} its port, on all addresses, and does it expect what SEND sends?" ;;
      *) echo "the server ended again and again; the end of its log:" ;;
    esac
    docker logs --tail 5 "$server" 2>&1
  } | printable | sed 's/^/    | /' >&2
}
