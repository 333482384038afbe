# The small lab in which programs of attendees are tried: no clients, no doors, and beside the attendee's own, which no
# check touches. Sourced, after lib.sh, docker.sh, addresses.sh and lab.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with lib.sh and the sourcing script

LAB=$LAB-check
export LAB
# What the attendee has set is for the lab of their own.
# shellcheck disable=SC2086 # names
unset $lab_variables GATEWAY_PORT

check_compose() {
  docker compose --project-name "$LAB" --file docker-compose.yml --file scripts/compose/check.yml --ansi never \
    --progress quiet "$@"
}

# draw: prints a number that nobody knows beforehand.
draw() {
  od -An -N4 -tu4 /dev/urandom | tr -d ' \n'
}

# start_check_lab GREETING: ends with the lab up, its server saying GREETING at $port.
start_check_lab() {
  wan_control=$(containers_of wan-control)
  port=''
  if [ -n "$wan_control" ]; then
    port=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$wan_control" |
      sed -n 's/^SERVICE_PORT=//p')
    told="is there from an earlier check"
  else
    clash=$(subnet_clash)
    [ -z "$clash" ] || fail 1 "$clash" "name a free one: SUBNET=10.99.0 make check LESSON=$LESSON"
    told="is made, beside your own, and stays for further checks"
  fi
  port=${port:-$((20000 + $(draw) % 10000))}
  export GREETING="$1" SERVICE_PORT="$port" SUBNET
  line lab "'$LAB' $told; make lab-down removes it"
  busy lab "starting it" check-lab check_compose up --detach --wait server wan-gateway wan-control
}

# set_link WORD...: the link of the lab is this one, and in force.
set_link() {
  env "$@" NEARFAR_LOCKED=yes scripts/lab/wan.sh >/dev/null
}
