#!/bin/sh
# Lists the targets of a makefile with what stands behind their '##'.
set -eu
echo 'A LAN and a WAN in a box. Begin with: make lab-up'
echo
awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $1, $2 }' "$1"
cat <<'END'

  Variables: LAN_CLIENTS=2 WAN_CLIENTS=3 PROFILE=broadband (see: make profiles)
             LAN_DOOR=4444 WAN_DOOR=4445 SUBNET=10.44.0 LAB=nearfar INTERVAL=1s GREETING='…' METRICS=1
             AS=alice for one of several people on this machine: a lab, doors and a subnet of one's own
END
