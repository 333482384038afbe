#!/bin/sh
# Fails, before anything starts, if a published port or the subnet of the lab is not valid, or is taken.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lab/addresses.sh

for name in $published; do
  mistake=$(port_mistake "$name")
  [ -z "$mistake" ] || fail 2 "$mistake" "$(port_remedy "$name")"
done
mistake=$(subnet_mistake)
[ -z "$mistake" ] || fail 2 "$mistake" "$(subnet_remedy)"

for name in $published; do
  clash=$(port_clash "$name")
  [ -z "$clash" ] || fail 1 "$clash" "$(port_remedy "$name")"
done
clash=$(subnet_clash)
[ -z "$clash" ] || fail 1 "$clash" "$(subnet_remedy)"
