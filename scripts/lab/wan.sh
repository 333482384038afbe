#!/bin/sh
# Shows the WAN's link, or changes it under the running clients and waits until it is applied.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/lab/lab.sh

# How wan-control ends where it cannot do the rest: it has no Docker socket, and nobody in the lab has.
engine_needed=3

show() {
  while IFS='	' read -r label text; do
    case $label in was | is) line "$label" "$text" ;; esac
  done
}

# not_said STATUS SAID NEXT: why there is no answer, or no good one.
not_said() {
  case $1 in
    1 | 2) fail "$1" "$(echo "$2" | tail -n 1)" "$3" ;;
    *) fail 1 "wan-control does not answer, the engine may be starting it again" \
      "try again; see: docker compose -p $LAB logs wan-control" ;;
  esac
}

# put_back_partition: a client that was restarted, or a gateway, has left a partition. wan-control cannot see the former.
put_back_partition() {
  case $(control show 2>&1) in *partition:*) ;; *) return 0 ;; esac
  at_end release_lock
  [ -n "${NEARFAR_LOCKED:-}" ] || take_lock "lab-$LAB"
  clients=$(containers_of client-wan)
  # shellcheck disable=SC2046,SC2086 # lists of ids, and of words without blanks
  said=$(control started $([ -z "$clients" ] || docker inspect --format \
    '{{index .Config.Labels "com.docker.compose.service"}}-{{index .Config.Labels "com.docker.compose.container-number"}}={{.State.StartedAt}}' \
    $clients) 2>&1) || [ $? != "$engine_needed" ] || settle >/dev/null 2>&1 || :
}

show_present() {
  put_back_partition
  status=0
  said=$(control show 2>&1) || status=$?
  case $status in
    0) line link "$said" ;;
    *) not_said "$status" "$said" "ask for it again: make wan PROFILE=…" ;;
  esac
}

# wanted WORD: what wan-control has said that the engine has to do.
wanted() {
  echo "$said" | sed -n "s/^$1	//p"
}

# apart CONTAINER [ADDRESS...]: exactly these are out of its reach. Only the helper may change that.
apart() {
  container=$1
  shift
  hardened run apart "container:$container" 64m --rm --user 0 --cap-add NET_ADMIN nearfar/wan-control:local apart "$@" >/dev/null
}

# partition GATEWAY: puts the clients `apart` out of each other's reach and the gateway's, and brings the others
# of `touched` back, all at the same time. Every call of docker costs a twentieth of a second: one tells all addresses.
partition() {
  gateway=$1 apart_clients=$(wanted apart) addresses='' pids=''
  touched=$(wanted touched | tr ' ' '\n')
  # shellcheck disable=SC2046 # a list of containers
  at=$(docker inspect --format "{{slice .Name 1}} {{(index .NetworkSettings.Networks \"${LAB}_wan\").IPAddress}}" \
    "$gateway" $(echo "$there" | grep -F "$touched" | cut -d ' ' -f 2))
  address=$(echo "$at" | sed -n "s/^$LAB-wan-gateway-1 //p")
  for client in $touched; do
    of_client=$(echo "$at" | sed -n "s/^$LAB-$client //p")
    [ -n "$of_client" ] || continue
    case " $apart_clients " in
      *" $client "*)
        addresses="$addresses $of_client"
        apart "$LAB-$client" "$address" &
        ;;
      *) apart "$LAB-$client" & ;;
    esac
    pids="$pids $!"
  done
  # shellcheck disable=SC2086 # a list of addresses
  apart "$gateway" $addresses &
  for pid in $pids $!; do
    wait "$pid" || return 1
  done
}

# settle: has the engine do its part, tells wan-control so, and waits for the rest of it.
settle() {
  there=$(docker ps --filter "label=nearfar.lab=$LAB" --format \
    '{{.Label "com.docker.compose.service"}}-{{.Label "com.docker.compose.container-number"}} {{.ID}} {{.State}} {{.Label "nearfar.helper"}}')
  gateway=$(echo "$there" | sed -n 's/^wan-gateway-1 \([^ ]*\) .*/\1/p')
  hole=$(echo "$there" | sed -n 's/^- \([^ ]*\) .* hole$/\1/p')
  if [ -n "$hole" ]; then
    docker rm --force "$hole" >/dev/null
    # The gateway can listen again only now, and one that is paused before it does refuses.
    [ "$(wanted gateway)" != paused ] || control await >/dev/null 2>&1 || :
  fi
  case $(wanted gateway),$there in
    paused,*"$gateway paused"*) ;;
    paused,*) [ -z "$gateway" ] || docker pause "$gateway" >/dev/null ;;
    *"$gateway paused"*) docker unpause "$gateway" >/dev/null ;;
  esac
  [ "$(wanted gateway)" != holed ] ||
    hardened run hole "container:$gateway" 64m --rm --detach nearfar/wan-control:local hole "$(wanted port)" >/dev/null
  [ -z "$(wanted touched)" ] || partition "$gateway"
  control "done"
}

# answered: whether there is an answer at all. Interrupted, `docker exec` says nothing, and that it succeeded.
answered() {
  case $said in *"is	"*) ;; *) return 1 ;; esac
}

# carry_out: sets $said and $status; succeeds if the link is in force.
carry_out() {
  status=0
  # shellcheck disable=SC2086 # no word has a blank in it that would make sense
  said=$(control ask $words 2>&1) || status=$?
  case $status in
    0) answered ;;
    "$engine_needed") said=$(settle 2>&1) && answered ;;
    *) return "$status" ;;
  esac
}

# change: an interrupt ends what this calls, though not this; then it is asked again, which changes nothing.
change() {
  rounds=3
  until carry_out; do
    case $status in 1 | 2) not_said "$status" "$said" "see: make help" ;; esac
    rounds=$((rounds - 1))
    [ "$rounds" -gt 0 ] || case $status in
      "$engine_needed") fail 1 "the link is not applied: $(echo "$said" | tail -n 1)" \
        "see: docker compose -p $LAB logs wan-control wan-gateway" ;;
      *) not_said "$status" "$said" '' ;;
    esac
  done
  echo "$said" | show
}

# require_clients: wan-control does not know who is there to be put apart.
require_clients() {
  case ${FAULT:-} in *partition:*) ;; *) return 0 ;; esac
  there=$(docker ps --filter "label=com.docker.compose.project=$LAB" --filter label=com.docker.compose.service=client-wan \
    --format '{{.Label "com.docker.compose.service"}}-{{.Label "com.docker.compose.container-number"}}' | sort)
  clients=${FAULT#*partition:}
  clients=${clients%%[,@]*}
  IFS=+
  for client in $clients; do
    case $client in client-wan-[1-9]*) ;; *) continue ;; esac
    echo "$there" | grep -qxF "$client" ||
      fail 2 "FAULT=$FAULT: there is no $client in '$LAB'" "there are: $(echo "$there" | paste -s -d ' ')"
  done
  unset IFS
}

require_lab
words=$(link_words)
if [ -z "$words" ]; then
  show_present
  exit
fi
refuse_idle_seed
require_clients
at_end release_lock
[ -n "${NEARFAR_LOCKED:-}" ] || take_lock "lab-$LAB"
# An order that is given and not carried out would leave a link that says one thing and does another.
trap '' INT TERM HUP
change
