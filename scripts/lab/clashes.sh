#!/bin/sh
# Fails, before anything is started, where a door or the subnet of the lab cannot be, or is taken by somebody else.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lab/addresses.sh

for door in $doors; do
  mistake=$(door_mistake "$door")
  [ -z "$mistake" ] || fail 2 "$mistake" "$(door_remedy "$door")"
done
mistake=$(subnet_mistake)
[ -z "$mistake" ] || fail 2 "$mistake" "$(subnet_remedy)"

for door in $doors; do
  clash=$(door_clash "$door")
  [ -z "$clash" ] || fail 1 "$clash" "$(door_remedy "$door")"
done
clash=$(subnet_clash)
[ -z "$clash" ] || fail 1 "$clash" "$(subnet_remedy)"
