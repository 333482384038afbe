# The variables by which one says what a lab is to be. Sourced.
# shellcheck shell=sh disable=SC2034 # for the sourcing script

# Of its link; also what no such link can have, so that wan-control says why.
link_variables="PROFILE DOWN UP RATE DOWN_RATE UP_RATE FAULT SEED JITTER LOSS REORDER DUPLICATE CORRUPT UDP HANDSHAKE \
  CONNECT_DELAY"
# Of all that is in it.
lab_variables="$link_variables LAN_CLIENTS WAN_CLIENTS INTERVAL CONNECT_TIMEOUT READ_TIMEOUT READ_ONCE SEND EXPECT \
  GREETING SERVICE_IMAGE SERVICE_PORT SERVER METRICS"
# Of which lab it is, and where.
place_variables="AS LAB LAN_PORT WAN_PORT METRICS_PORT SUBNET"
