#!/bin/sh
# Lists the targets of a makefile with what stands behind their '##'.
set -eu
echo 'A LAN and a WAN in a box. Begin with: make lab-up'
echo
awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $1, $2 }' "$1"
cat <<'END'

  Variables: LAN_CLIENTS=2 WAN_CLIENTS=3 PROFILE=broadband (see: make profiles)
             LAN_PORT=4444 WAN_PORT=4445 SUBNET=10.44.0 LAB=nearfar METRICS=1 METRICS_PORT=9090
             INTERVAL=1s CONNECT_TIMEOUT=5s READ_TIMEOUT=30s READ_ONCE=1 of the clients, GREETING='…' of the server
             SERVICE_IMAGE=redis:8 SERVICE_PORT=6379 SEND='PING\r\n' EXPECT=PONG for a service of one's own
             SERVER=mine/3/Server.java for a server of one file
             DOWN=20ms UP=20ms RATE=2mbit DOWN_RATE=5mbit UP_RATE=1mbit FAULT=flapping:2s SEED=42 of a link
             AS=alice for one of several people on this machine: a lab, doors and a subnet of one's own
             what is switched on by 1 is so by yes and true, and off by 0, no, false or nothing
END
