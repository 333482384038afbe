# The small lab for checks of exercises: it has no clients and no published ports, and is separate from the attendee's
# own lab. Sourced, after lib.sh, docker.sh, addresses.sh and lab.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with lib.sh and the sourcing script

LAB=$LAB-check
export LAB
# The attendee's variables are for the attendee's own lab.
# shellcheck disable=SC2086 # names
unset $lab_variables

check_compose() {
  docker compose --project-name "$LAB" --file docker-compose.yml --file scripts/compose/check.yml --ansi never \
    --progress quiet "$@"
}

# draw: prints a random number.
draw() {
  od -An -N4 -tu4 /dev/urandom | tr -d ' \n'
}

# start_check_lab GREETING: starts the lab, whose server sends GREETING at $port.
start_check_lab() {
  wan_control=$(containers_of wan-control)
  port=''
  if [ -n "$wan_control" ]; then
    port=$(service_port)
    state="is up from an earlier check"
  else
    clash=$(subnet_clash)
    [ -z "$clash" ] || fail 1 "$clash" "choose another: SUBNET=10.99.0 make check LESSON=$LESSON"
    state="is started, and stays up for further checks"
  fi
  port=${port:-$((20000 + $(draw) % 10000))}
  export GREETING="$1" SERVICE_PORT="$port" SUBNET
  line lab "'$LAB' $state; make lab-down removes it"
  busy lab "starting it" check-lab check_compose up --detach --wait server wan-gateway wan-control
}

# set_link WORD...: applies this link.
set_link() {
  env "$@" NEARFAR_LOCKED=yes scripts/lab/wan.sh >/dev/null
}
