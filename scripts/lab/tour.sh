#!/bin/sh
# Shows the lab in three minutes: near, far, slow, cut, healed. Each step explains one thing and shows it with a command of
# the lab. Waits for a key between the steps; with AUTO=1 or --auto it goes on by itself. It leaves a running lab as it was,
# also after an interrupt; a lab that it brought up stays at its end, and is removed after an interrupt.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

if is_on AUTO; then auto=yes; else auto=''; fi
case ${1:-} in
  '') ;;
  --auto) auto=yes ;;
  *) fail 2 "unknown argument: $1" "such as: scripts/lab/tour.sh --auto, or: AUTO=1 make tour" ;;
esac
# The commands of the tour are not sub-makes, and their output has to match the tour's text.
unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
# shellcheck disable=SC2086 # names
unset $link_variables JSON
as=${AS:+ AS=$AS}

# say LINE...
say() {
  echo
  for text in "$@"; do
    echo "  $text"
  done
}

# shown COMMAND: prints it as it is typed, and runs it.
shown() {
  printf '\n  $ %s\n' "$1"
  sh -c "$1"
}

# step NAME: waits for a key, and prints a heading.
step() {
  if [ -z "$auto" ]; then
    printf '\n  any key goes on, Ctrl-C ends … '
    terminal=$(stty -g)
    stty -icanon -echo min 1 time 0
    dd bs=16 count=1 >/dev/null 2>&1 # an arrow is a key, and three bytes
    stty "$terminal"
    terminal=
    printf '\r\033[K'
  fi
  printf '\n── %s ──\n' "$1"
}

# settle: waits for some greetings over the present link.
settle() {
  sleep 3
}

# follow: prints the clients' log until unfollow.
follow() {
  printf '\n  $ make logs%s\n' "$as"
  following=yes
  make logs 2>/dev/null &
}

# An interrupt may come before the shell executes the next command; $! is set from the follower's start on.
unfollow() {
  [ -z "${following:-}" ] || [ -z "${!:-}" ] || stop_tree "$!"
  wait # for its last output
  following=
}

# remember_link: sets $link, $faults and $seed to the variables of the present link, from wan-control's log.
remember_link() {
  last=$(docker logs "$wan_control" 2>&1 | grep '"words":' | tail -n 1)
  link=$(echo "$last" | sed -n 's/.*"words":"\([^"]*\)".*/\1/p')
  faults=$(echo "$last" | sed -n 's/.*"faults":"\([^"]*\)".*/\1/p')
  seed=$(echo "$last" | sed -n 's/.*"seed":\([0-9-]*\).*/\1/p')
  [ -n "$link" ] || fail 1 "the present link is unknown, and the tour could not restore it" "see: make wan$as"
}

# put_back: restores the link.
put_back() {
  [ -n "${link:-}" ] || return 0
  # shellcheck disable=SC2086 # words
  env $link ${faults:+"FAULT=$faults"} ${seed:+"SEED=$seed"} scripts/lab/wan.sh >/dev/null ||
    line link "could not be restored; it was: $link${faults:+ FAULT=$faults}${seed:+ SEED=$seed}"
  link=
}

# shellcheck disable=SC2317 # a trap calls it
clean_up() {
  trap '' INT TERM HUP
  [ -z "${terminal:-}" ] || stty "$terminal"
  unfollow
  if [ -n "${brought_up:-}" ]; then
    # Without Docker there is nothing to remove, and lab-up has printed that.
    ! docker version >/dev/null 2>&1 || {
      echo
      scripts/lab/lab-down.sh
    }
  else
    put_back
    forget_unstarted
  fi
}

refuse_remote_docker
[ -n "$auto" ] || { [ -t 0 ] && [ -t 1 ]; } || {
  line tour "there is no terminal to read a key from: it goes on by itself"
  auto=yes
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP
say "A LAN and a WAN in a box, in three minutes: one server, clients near it and clients far from it. All run the" \
  "same program, once a second: connect to server:4444, read one greeting, close."
if wan_control=$(containers_of wan-control 2>/dev/null) && [ -n "$wan_control" ]; then
  remember_link
  line lab "'$LAB' is up; its link is restored when the tour ends"
  PROFILE=broadband scripts/lab/wan.sh >/dev/null
else
  say "There is no lab yet. This brings one up, with its server, its clients and the link between:"
  brought_up=yes
  shown "make lab-up$as"
fi

step near
say "On a LAN there is a cable and a switch between two machines. The greeting is there as soon as it is sent:" \
  "CONNECT is how long connect() took, GREETING how long until the last byte of it; both are medians."
settle
shown "make lab-status$as | grep -E 'NETWORK|lan '"

step far
say "These clients run the same program and call the same server. A WAN is between them:" \
  "each byte takes 14 ms, as over a broadband line. Nothing else differs."
shown "make lab-status$as | grep -E 'NETWORK|wan |far '"

step slow
say "One word changes the link of the running clients. A geostationary satellite is 36,000 km above the equator: from the" \
  "edge of its coverage, light takes 279 ms up to it and down again. Over a real one, connect() would also take a" \
  "round trip; why it does not in this lab: docs/the-link.md."
shown "make wan$as PROFILE=geo-satellite"
settle
shown "make lab-status$as | grep -E 'NETWORK|lan |wan |far '"

step cut
say "Now a digger cuts the cable. The WAN clients get no message: connections neither end nor fail, there is only silence." \
  "The LAN is as before. Watch the greetings for some seconds:"
shown "make wan$as PROFILE=cut"
follow
sleep 5
unfollow

step healed
say "The cable is mended while the clients are still waiting. What was on its way arrives, late, as if nothing had" \
  "happened: that is what TCP is for. How long a program waits for it is the program's own decision, its time-out."
follow
sleep 2
shown "make wan$as PROFILE=heal"
sleep 3
unfollow

if [ -n "${brought_up:-}" ]; then
  brought_up=
  PROFILE=broadband scripts/lab/wan.sh >/dev/null
  step 'your turn'
  say "The lab stays up. Change the link, watch, break it; then take it down:" \
    "make wan$as PROFILE=lte · make profiles · make logs$as · make lab-down$as"
else
  step 'your turn'
  put_back
  say "The link is again as it was. The links that have a name: make profiles; and what can go wrong: docs/faults.md"
fi
