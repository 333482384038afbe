# The Docker that the lab requires, and the checks for it. Sourced, after lib.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with lib.sh and the sourcing script

engine_wanted=25.0  # the first with healthcheck.start_interval
compose_wanted=2.24 # the first that supports all of docker-compose.yml

# engine_version: prints the version of the Docker daemon, or fails if none answers.
engine_version() {
  docker version --format '{{.Server.Version}}' 2>/dev/null | sed 's/[^0-9.].*//' | grep .
}

# compose_version: prints the version of `docker compose`, or fails if there is none.
compose_version() {
  docker compose version --short 2>/dev/null | sed 's/^v//; s/[^0-9.].*//' | grep .
}

compose_works() {
  at_least "$(compose_version)" "$compose_wanted"
}

# endpoint: prints the address of the Docker daemon that `docker` talks to here.
endpoint() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    echo "$DOCKER_HOST"
  else
    docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null | grep . ||
      echo unix:///var/run/docker.sock
  fi
}

# remote_endpoint: prints the endpoint if it is on another machine, else fails.
remote_endpoint() {
  case $(endpoint) in unix://* | npipe://*) return 1 ;; *) endpoint ;; esac
}

# system_endpoint: whether `docker` talks to this machine's system-wide Docker, the only one that the lab installs or starts.
system_endpoint() {
  case $(endpoint) in unix:///var/run/docker.sock | unix:///run/docker.sock) ;; *) return 1 ;; esac
}

# other_remedy: prints the remedy if another Docker does not answer.
other_remedy() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    echo "start it, or: unset DOCKER_HOST"
  elif [ -n "${DOCKER_CONTEXT:-}" ]; then
    echo "start it, or: unset DOCKER_CONTEXT"
  else
    echo "start it, or: docker context use default"
  fi
}

remote_reason="the lab publishes its ports on the loopback address of that machine"
remote_remedy="unset DOCKER_HOST (or: docker context use default), or work on that machine"

refuse_remote_docker() {
  if address=$(remote_endpoint); then
    fail 1 "Docker is on another machine ($address): $remote_reason" "$remote_remedy"
  fi
}

# forbidden_socket: prints Docker's socket if it exists and this user may not write to it, else fails.
forbidden_socket() {
  socket=$(endpoint)
  socket=${socket#unix://}
  [ -S "$socket" ] && [ ! -w "$socket" ] && echo "$socket"
}

socket_remedy="as root, run: usermod -aG docker $(id -un), and log in again"

refuse_forbidden_socket() {
  if socket=$(forbidden_socket); then
    fail 1 "$(id -un) may not use Docker ($socket)" "$socket_remedy"
  fi
}

# refuse_silent_docker: fails with the reason why Docker does not answer.
refuse_silent_docker() {
  refuse_forbidden_socket
  fail 1 "Docker does not answer" "run: make doctor"
}

# No image has this checksum: asking for it pulls nothing.
unknown_digest=sha256:0000000000000000000000000000000000000000000000000000000000000000

# registry_answers IMAGE: whether the registry of IMAGE answers within 3 s that it has no image of that checksum. Docker
# asks it, since Docker would pull from it; without a registry it may wait for much longer.
registry_answers() {
  keep_logs
  start_job registry docker pull "${1%@*}@$unknown_digest"
  ticks=0
  while [ $ticks -lt 30 ] && kill -0 "${jobs##*:}" 2>/dev/null; do
    sleep 0.1
    ticks=$((ticks + 1))
  done
  stop_jobs
  grep -qE 'manifest unknown|: not found' "$logs/registry.log"
}
