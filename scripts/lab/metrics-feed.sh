#!/bin/sh
# Copies the running lab's log to its Prometheus, until the lab is gone or lab-up starts another one. Runs in the
# background.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lab/lab.sh

trap '' INT HUP
lab_logs --follow | hardened run metrics none 64m --rm --interactive --name "$LAB-metrics-feed" --log-driver none \
  --volume "${LAB}_metrics:/metrics" nearfar/client:local report --metrics --file /metrics/lab.prom
