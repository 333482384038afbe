#!/bin/sh
# Fails, before anything is started, where a door or the subnet of the lab is taken by somebody else.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/addresses.sh

for door in LAN_DOOR WAN_DOOR; do
  clash=$(door_clash $door)
  [ -z "$clash" ] || fail 1 "$clash" "$(door_remedy $door)"
done
clash=$(subnet_clash)
[ -z "$clash" ] || fail 1 "$clash" "$(subnet_remedy)"
