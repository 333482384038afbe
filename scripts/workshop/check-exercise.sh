#!/bin/sh
# Checks an exercise of the workshop: runs the attendee's program several times in a separate lab, over random links,
# and prints that it passed, or what went wrong and a hint. Ends with 0 if it passed, 1 if not, 2 for wrong usage.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh
. scripts/lab/addresses.sh
. scripts/lab/lab.sh
. scripts/workshop/workshop.sh
. scripts/workshop/verdict.sh

clean_up() {
  trap '' INT TERM HUP
  stop_jobs
  left=$(docker ps --all --quiet --filter "label=nearfar.lab=$LAB" --filter label=nearfar.helper=program 2>/dev/null) || left=
  # shellcheck disable=SC2086 # a list of ids
  [ -z "$left" ] || docker rm --force $left >/dev/null 2>&1 || :
  forget_logs
  release_lock
}

# end_container NAME: ends and removes it, and prints how it ended, in the form that the checker reads.
end_container() {
  docker kill "$1" >/dev/null 2>&1 || : # it may still print, with its output closed
  docker inspect --format '{{.State.ExitCode}} {{.State.OOMKilled}} {{.State.StartedAt}} {{.State.FinishedAt}}' "$1"
  docker rm --force "$1" >/dev/null 2>&1
}

# run_client NUMBER NETWORK SECONDS HOST PORT: runs the program as a client, with limits on its time and its output.
run_client() {
  number=$1 name="$run-$1" on="${LAB}_$2" within=$3
  shift 3
  {
    confined "$name" "$on" --log-driver none "$workshop_image" \
      timeout -k 1 "$within" "$(runner_of "$program")" "$program" "$@" </dev/null 2>&3 3>&- |
      head -c "$most" >"$logs/out-$number"
  } 3>&1 | head -c "$most" >"$logs/err-$number"
  how=$(end_container "$name")
  record "$number" "$how"
}

# run_server NUMBER NETWORK SECONDS: runs the program in place of the lab's server, and calls it from near and far.
run_server() {
  name="$run-$1" replaced=$(containers_of server)
  docker kill "$replaced" >/dev/null
  confined "$name" "${LAB}_$2" --detach --network-alias server --log-opt max-size=1m --log-opt max-file=2 \
    "$workshop_image" timeout -k 1 "$3" "$(runner_of "$program")" "$program" "$port" >/dev/null
  docker network connect --alias origin "${LAB}_uplink" "$name"
  run_checker "$run-far" wan --rm $checker_image call far server "$port" >"$logs/far" 2>/dev/null </dev/null &
  run_checker "$run-near" lan --rm $checker_image call near server "$port" >"$logs/received-$1" 2>/dev/null </dev/null || :
  wait $! || :
  cat "$logs/far" >>"$logs/received-$1"
  docker logs "$name" 2>"$logs/err" | head -c "$most" >"$logs/out-$1"
  head -c "$most" "$logs/err" >"$logs/err-$1"
  how=$(end_container "$name")
  docker start "$replaced" >/dev/null
  record "$1" "$how"
}

# run_checker NAME NETWORK OPTION...: runs a container of the checker on one of the lab's networks.
run_checker() {
  checker_name=$1 checker_network=$2
  shift 2
  hardened run program "${LAB}_$checker_network" 96m --name "$checker_name" --dns 0.0.0.0 "$@"
}

# run_served NUMBER NETWORK SECONDS: runs the program as a client of a server of the checker.
run_served() {
  elsewhere=host$((seed % 1000))-$1 other_port=$((10000 + seed % 10000))
  run_checker "$run-checker-$1" "$2" --detach --network-alias "$elsewhere" \
    $checker_image serve --seed "$seed" --step "$1" "$LESSON" "$other_port" >/dev/null
  await_word "$run-checker-$1" listening
  run_client "$1" "$2" "$3" "$elsewhere" "$other_port"
  docker logs "$run-checker-$1" >"$logs/received-$1" 2>&1
  docker rm --force "$run-checker-$1" >/dev/null 2>&1
  record "$1" "$how"
}

# await_word CONTAINER WORD: waits until the container has printed it.
await_word() {
  ticks=0
  until docker logs "$1" 2>&1 | grep -q "$2"; do
    ticks=$((ticks + 1))
    [ $ticks -lt 100 ] || fail 1 "the server of the check did not start" "see: docker logs $1"
    sleep 0.1
  done
}

# run_steps: runs the steps of the plan in order, until one fails. Steps with a server of the checker do not use the lab's
# server, and run in the background.
run_steps() {
  step=0 pids='' all=$(grep -cE '^(client|served|server)	' "$logs/plan")
  while IFS='	' read -r kind network seconds link <&4; do
    case $kind in client | served | server) ;; *) continue ;; esac
    line run "$((step + 1)) of $all$(description_of "$kind" "$network") …"
    # shellcheck disable=SC2086 # words
    [ -z "$link" ] || set_link $link
    case $kind in
      client) run_client $step "$network" "$seconds" server "$port" ;;
      server) run_server $step "$network" "$seconds" ;;
      served)
        run_served $step "$network" "$seconds" &
        pids="$pids $!" how="0 "
        ;;
    esac
    case $how in "0 "*) ;; *) break ;; esac
    step=$((step + 1))
  done 4<"$logs/plan"
  for pid in $pids; do
    wait "$pid"
  done
}

# description_of KIND NETWORK: prints what kind of run it is.
description_of() {
  case $1,$2 in
    served,*) echo ": at another server" ;;
    server,*) echo ": as the server, near and far" ;;
    *,lan) echo ": near" ;;
    *) echo ": far" ;;
  esac
}

choose_lesson
hand_out
if [ -n "$handed_out" ]; then
  line exercise "$LESSON: $folder has $handed_out"
fi
choose_program
[ "$LESSON" != 8 ] || exec scripts/workshop/check-scenario.sh
let_program_be_read
refuse_remote_docker
scripts/lib/engine.sh
scripts/images/images.sh
scripts/images/side-image.sh workshop
seed=${SEED:-}
. scripts/workshop/check-lab.sh
seed=${seed:-$(draw)}
at_end clean_up
take_lock "lab-$LAB"
keep_logs
run="$LAB-$$"
line exercise "$LESSON: $folder/$program"
checker plan --seed "$seed" "$LESSON" >"$logs/plan" </dev/null
most=$(sed -n 's/^most	//p' "$logs/plan")
start_check_lab "$(sed -n 's/^greeting	//p' "$logs/plan")"
run_steps
give_verdict
