#!/bin/sh
# Brings the running lab's log to its Prometheus, until the lab is gone or another one of these begins. Run by lab-up,
# in the background.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lab/lab.sh

trap '' INT HUP
lab_logs --follow | docker run --rm --interactive --name "$LAB-metrics-feed" --network none --read-only --cap-drop ALL \
  --security-opt no-new-privileges --memory 64m --pids-limit 100 --log-driver none --label "nearfar.lab=$LAB" \
  --label nearfar.helper=metrics --label "nearfar.owner=${NEARFAR_OWNER:-}" --volume "${LAB}_metrics:/metrics" \
  nearfar/client:local report --metrics --file /metrics/lab.prom
