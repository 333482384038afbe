#!/bin/sh
# Looks at everything the lab needs of this machine, changes nothing, and says what to do about each.
#   ✔ as it should be    ✘ stands in the way of lab-up    · worth knowing
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/packages.sh
. scripts/lib/docker.sh
. scripts/images/image-state.sh
. scripts/lab/addresses.sh
. scripts/lab/service.sh

space_wanted=3072 # MB: what a build of all images takes, and some
memory_wanted=1024 # MB: two near, three far, what serves them, and some

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
  absent='' stale='' # unknown until an engine answers
  if ! command -v docker >/dev/null; then
    missing docker "not installed" "$wanted"
    absent=$services
    return
  fi
  if address=$(remote_endpoint); then
    bad docker "the engine is elsewhere ($address): $remote_reason" "$remote_remedy"
    reachable=
    return
  fi
  if version=$(engine_version); then
    if at_least "$version" "$engine_wanted"; then
      good docker "engine $version, $(endpoint)"
    else
      bad docker "engine $version is older than $engine_wanted (healthcheck.start_interval)" "$wanted"
    fi
  elif socket=$(forbidden_socket); then
    bad docker "$(id -un) may not use $socket" "$socket_remedy"
    reachable=
  elif ! system_endpoint; then
    bad docker "the engine at $(endpoint) does not answer" "$(other_remedy)"
    reachable=
  elif command -v dockerd >/dev/null; then
    if is_debian && may_be_root; then
      note docker "the Docker daemon is not running; make lab-up starts it"
    else
      bad docker "the Docker daemon is not running" "as root, start it: $PWD/scripts/lib/engine.sh"
    fi
  else
    missing docker "a client, but no engine" "$wanted"
    absent=$services
  fi
  if compose_works; then
    good compose "$(compose_version)"
  else
    missing compose "$(compose_version || echo 'not installed'), the lab needs $compose_wanted" "$wanted"
  fi
}

# lacking PARTS LABEL WHAT NEXT: what it takes to make these images; in the way only where one of them is not there.
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
    note registry "none answers, and none is needed: what would be pulled is at hand"
    return
  fi
  note registry "none answers, so images are built from Debian's and Go's packages"
  ! needed toxiproxy || examine_go
  ! needed runtime || examine_debian
}

# examine_buildx: needed only where an image is to be made.
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
    lacking toxiproxy go "not installed, and toxiproxy is to be built with it" "install Go 1.23 or later"
  fi
}

examine_debian() {
  if ! is_debian; then
    lacking runtime runtime "only Debian can build it where no registry answers" "go where one does, or $images_elsewhere"
  elif command -v mmdebstrap >/dev/null; then
    good runtime "can be built by mmdebstrap"
  else
    missing runtime "is built by mmdebstrap, which is not installed" "as root, run: apt-get install mmdebstrap"
  fi
}

# examine_java: what builds the lab's own images, and what make test is run by, whether they are at hand or not.
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
    good images "at hand, of these sources; with them make lab-up needs no JDK, Maven, Go or registry"
    return
  fi
  [ -z "$absent" ] || note images "not there yet: $absent; make lab-up gets them"
  [ -z "$stale" ] || note images "of other sources than these: $stale; make lab-up builds them anew"
  examine_buildx
}

examine_addresses() {
  for door in $doors; do
    clash=$(door_mistake "$door")
    [ -n "$clash" ] || clash=$(door_clash "$door")
    if [ -n "$clash" ]; then bad port "$clash" "$(door_remedy "$door")"; else good port "$(port_of "$door")"; fi
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
      note service "$SERVICE_IMAGE is not there yet; make lab-up pulls it, and it runs as it says (docs/services.md)"
    else
      bad service "$SERVICE_IMAGE is not at hand, and no registry gives it" "$service_elsewhere"
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
    note memory "$memory MB available; a lab of five clients wants $memory_wanted"
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
[ -z "$reachable" ] || examine_addresses # an engine out of reach does not say what is this lab's own
examine_service
examine_machine
examine_test_tools
exit $status
