#!/bin/sh
# Prints the targets of a makefile by group, with the text behind their '##', and the usual variables. The first screen
# has what a newcomer needs; ALL=1 prints the rest.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh

if is_on ALL; then all=yes; else all=''; fi
echo 'A LAN and a WAN in a box. Begin with: make lab-up'
awk -F ':.*## ' -v all="$all" '
  /^#: / { group = substr($0, 4); shown = all != "" || group !~ /workshop|maintain/; if (shown) print "\n" group; next }
  group != "" && shown && /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $1, $2 }' "$1"
if [ -z "$all" ]; then
  echo
  echo 'Variables: PROFILE=lte LAN_CLIENTS=2 WAN_CLIENTS=3. All variables, the workshop and maintenance: make help ALL=1'
  exit 0
fi
cat <<'END'

variables
  LAN_CLIENTS=2 WAN_CLIENTS=3 PROFILE=broadband (see: make profiles)
  LAN_PORT=4444 WAN_PORT=4445 SUBNET=10.44.0 LAB=nearfar METRICS=1 METRICS_PORT=9090
  INTERVAL=1s CONNECT_TIMEOUT=5s READ_TIMEOUT=30s READ_ONCE=1 of the clients, GREETING='…' of the server
  SERVICE_IMAGE=redis:8 SERVICE_PORT=6379 SEND='PING\r\n' EXPECT=PONG for a service of yours
  SERVER=mine/3/Server.java for a server of one file
  DOWN=20ms UP=20ms RATE=2mbit DOWN_RATE=5mbit UP_RATE=1mbit FAULT=flapping:2s SEED=42 of a link
  AS=alice for one of several people on this machine: a lab with ports and a subnet derived from the name
  INSTALL=no to install nothing
  A switch is on with 1, yes or true, and off with 0, no, false or nothing.
END
