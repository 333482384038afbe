#!/bin/sh
# Checks the lab's requirements on this machine, changes nothing, and prints what to do about each.
#   ✔ fulfilled    ✘ prevents lab-up    · a note
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
. scripts/images/image-state.sh
. scripts/lab/addresses.sh
. scripts/lab/service.sh

space_wanted=3072 # MB: more than a build of all images takes
memory_wanted=1024 # MB: more than a lab of five clients takes

status=0

good() {
  printf '  ✔ %-9s %s\n' "$1" "$2"
}

note() {
  printf '  · %-9s %s\n' "$1" "$2"
}

# bad LABEL WHAT NEXT
bad() {
  printf '  ✘ %-9s %s\n    %-9s %s\n' "$1" "$2" '' "$3"
  status=1
}

# missing LABEL WHAT NEXT: a package that lab-up installs where it may.
missing() {
  if is_debian && may_be_root && may_install; then
    note "$1" "$2; make lab-up installs it"
  else
    bad "$1" "$2" "$3"
  fi
}

examine_engine() {
  wanted="install Docker Engine $engine_wanted and Compose $compose_wanted or later"
  ! is_debian || wanted="as root, run: $PWD/scripts/lib/engine.sh"
  version='' reachable=yes
  absent='' stale='' # unknown until Docker answers
  if ! command -v docker >/dev/null; then
    missing docker "not installed" "$wanted"
    absent=$services
    return
  fi
  if address=$(remote_endpoint); then
    bad docker "Docker is on another machine ($address): $remote_reason" "$remote_remedy"
    reachable=
    return
  fi
  if version=$(engine_version); then
    if at_least "$version" "$engine_wanted"; then
      good docker "$version, $(endpoint)"
    else
      bad docker "$version is older than $engine_wanted (healthcheck.start_interval)" "$wanted"
    fi
  elif socket=$(forbidden_socket); then
    bad docker "$(id -un) may not use $socket" "$socket_remedy"
    reachable=
  elif ! system_endpoint; then
    bad docker "Docker at $(endpoint) does not answer" "$(other_remedy)"
    reachable=
  elif command -v dockerd >/dev/null; then
    if is_debian && may_be_root; then
      note docker "the Docker daemon is not running; make lab-up starts it"
    else
      bad docker "the Docker daemon is not running" "as root, start it: $PWD/scripts/lib/engine.sh"
    fi
  else
    missing docker "the client is installed, the daemon is not" "$wanted"
    absent=$services
  fi
  if compose_works; then
    good compose "$(compose_version)"
  else
    missing compose "$(compose_version || echo 'not installed'), the lab needs $compose_wanted" "$wanted"
  fi
}

# lacking PARTS LABEL WHAT NEXT: a requirement for the build of these images; an error only if one of them is missing.
lacking() {
  parts=$1
  shift
  for part in $parts; do
    case " $absent " in *" $part "*) bad "$@" && return ;; esac
  done
  note "$1" "$2; $3"
}

examine_registry() {
  answers=yes
  registry_answers "$toxiproxy_image" || answers=
  forget_logs
  if [ -n "$answers" ]; then
    good registry "answers"
    return
  fi
  if ! needed toxiproxy && ! needed runtime; then
    note registry "none answers, and none is needed: the images to pull are present"
    return
  fi
  note registry "none answers, so images are built from Debian's and Go's packages"
  ! needed toxiproxy || examine_go
  ! needed runtime || examine_debian
}

# examine_buildx: required only if an image has to be built.
examine_buildx() {
  if docker buildx version >/dev/null 2>&1; then
    good buildx "$(docker buildx version | awk '{ print $2 }')"
  else
    missing buildx "not installed" "install Docker's buildx"
  fi
}

examine_go() {
  if go=$(go version 2>/dev/null); then
    good go "$(echo "$go" | awk '{ print $3 }')"
  else
    lacking toxiproxy go "not installed, and required to build toxiproxy" "install Go 1.23 or later"
  fi
}

examine_debian() {
  if ! is_debian; then
    lacking runtime runtime "without a registry only Debian can build it" "use a network with a registry, or $images_elsewhere"
  elif command -v mmdebstrap >/dev/null; then
    good runtime "mmdebstrap can build it"
  else
    missing runtime "mmdebstrap, which builds it, is not installed" "as root, run: apt-get install mmdebstrap"
  fi
}

# examine_java: builds the lab's own images, and runs make test, which requires it in any case.
examine_java() {
  if jdk=$(scripts/mvn --where 2>/dev/null); then
    good 'JDK 25' "$jdk"
  else
    lacking "$services" 'JDK 25' "not found (JAVA_HOME, PATH, /usr/lib/jvm), and make test needs it" \
      "install it (Debian: openjdk-25-jdk-headless), or set JAVA_HOME"
  fi
  if command -v mvn >/dev/null; then
    good maven "$(command -v mvn)"
  else
    lacking "$services" maven "not installed, and make test needs it" "install it (Debian: maven)"
  fi
}

examine_images() {
  image_state
  if [ -z "$absent$stale" ]; then
    good images "present and built from these sources: make lab-up needs no JDK, Maven, Go or registry"
    return
  fi
  [ -z "$absent" ] || note images "missing: $absent; make lab-up gets them"
  [ -z "$stale" ] || note images "built from other sources: $stale; make lab-up builds them again"
  examine_buildx
}

examine_addresses() {
  for name in $published; do
    clash=$(port_mistake "$name")
    [ -n "$clash" ] || clash=$(port_clash "$name")
    if [ -n "$clash" ]; then bad port "$clash" "$(port_remedy "$name")"; else good port "$(port_of "$name")"; fi
  done
  clash=$(subnet_mistake)
  [ -n "$clash" ] || clash=$(subnet_clash)
  if [ -n "$clash" ]; then bad subnet "$clash" "$(subnet_remedy)"; else good subnet "$SUBNET.0/24"; fi
}

examine_service() {
  service_mistake
  if [ -n "$mistake" ]; then
    bad service "$mistake" "$remedy"
  elif [ -n "${SERVICE_IMAGE:-}" ] && [ -n "$version" ]; then
    if runs_as=$(service_runs_as); then
      note service "$SERVICE_IMAGE runs as $runs_as, as its image says, and may write its own files (docs/services.md)"
    elif registry_answers "$SERVICE_IMAGE"; then
      note service "$SERVICE_IMAGE is missing; make lab-up pulls it, and it runs as its image says (docs/services.md)"
    else
      bad service "$SERVICE_IMAGE is missing, and no registry has it" "$service_elsewhere"
    fi
    forget_logs
  fi
}

examine_machine() {
  root=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null) || root=
  [ -n "$root" ] && [ -d "$root" ] || root=.
  space=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "$space" -ge $space_wanted ]; then
    good disk "$((space / 1024)) GB free"
  else
    note disk "$space MB free; building all images may take $space_wanted"
  fi
  [ -r /proc/meminfo ] || return 0
  memory=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
  if [ "$memory" -ge $memory_wanted ]; then
    good memory "$((memory / 1024)) GB available"
  else
    note memory "$memory MB available; a lab of five clients may take $memory_wanted"
  fi
}

examine_test_tools() {
  for tool in nc bash python3; do
    command -v $tool >/dev/null || note tests "$tool is missing; make test installs it on Debian"
  done
}

at_end tidy_up
examine_engine
if [ -n "$version" ]; then
  examine_images
  examine_registry
fi
examine_java
[ -z "$reachable" ] || examine_addresses # without Docker the ports of this lab itself would count as taken
examine_service
examine_machine
examine_test_tools
exit $status
