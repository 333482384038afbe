# A service of one's own in the greeter's place: SERVICE_IMAGE at SERVICE_PORT. Sourced, after lib.sh and docker.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with lib.sh and the sourcing script

service_elsewhere="build it, or bring it from a machine that has it by docker save and docker load"

# service_mistake: sets $mistake and $remedy if what is asked for cannot be a service.
service_mistake() {
  mistake=$(tell_service_mistake)
  case $mistake in
    GREETING*) remedy="leave one out; what clients expect of a service they are told by EXPECT" ;;
    *) remedy="such as: SERVICE_IMAGE=redis:8 SERVICE_PORT=6379 SEND='PING\\r\\n' EXPECT=PONG make lab-up" ;;
  esac
}

tell_service_mistake() {
  port=${SERVICE_PORT:-4444} api=8474
  [ -z "${SERVICE_IMAGE:-}" ] || api=61474
  case ${SERVICE_IMAGE:-any} in
    [!a-zA-Z0-9]* | *[!a-zA-Z0-9._:/@-]*) echo "SERVICE_IMAGE=$SERVICE_IMAGE is no name of an image" && return ;;
  esac
  if [ -n "${SERVICE_IMAGE:-}" ] && [ -n "${GREETING:-}" ]; then
    echo "GREETING and SERVICE_IMAGE do not go together: the greeter's words, and a service that has its own"
  elif [ -n "${SERVICE_IMAGE:-}" ] && [ -z "${SERVICE_PORT:-}" ]; then
    echo "SERVICE_IMAGE=$SERVICE_IMAGE: at which port does it listen? SERVICE_PORT tells"
  elif [ "$port" = $api ]; then
    echo "SERVICE_PORT=$port is the port of the gateway's own API here"
  else
    case $port in
      *[!0-9]* | ??????* | 0*) ;;
      *) [ "$port" -gt 65535 ] || return 0 ;;
    esac
    echo "SERVICE_PORT=$port is no port (1 to 65535)"
  fi
}

# service_runs_as: whom the image says that it runs as; fails where it is not at hand.
service_runs_as() {
  user=$(docker image inspect --format '{{.Config.User}}' "$SERVICE_IMAGE" 2>/dev/null) || return
  user=$(echo "$user" | printable)
  case $user in '' | 0 | 0:* | root | root:*) echo root ;; *) echo "$user" ;; esac
}

# get_service_image: pulls it unless it is at hand, or says at once why that cannot be.
get_service_image() {
  service_runs_as >/dev/null && return
  registry_answers "$SERVICE_IMAGE" || case $(tail -n 1 "$logs/registry.log") in
    *denied* | *unauthorized*)
      fail 1 "the registry gives nobody here the image $SERVICE_IMAGE" "is that its name? docker login may help" ;;
    *) fail 1 "the image $SERVICE_IMAGE is not at hand, and its registry does not answer" "$service_elsewhere" ;;
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
