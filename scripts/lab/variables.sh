# The names of the variables that describe a lab. Sourced.
# shellcheck shell=sh disable=SC2034 # for the sourcing script

# Of its link; also those that no link can have: wan-control prints why.
link_variables="PROFILE DOWN UP RATE DOWN_RATE UP_RATE FAULT SEED JITTER LOSS REORDER DUPLICATE CORRUPT UDP HANDSHAKE \
  CONNECT_DELAY"
# Of its contents.
lab_variables="$link_variables LAN_CLIENTS WAN_CLIENTS INTERVAL CONNECT_TIMEOUT READ_TIMEOUT READ_ONCE SEND EXPECT \
  GREETING SERVICE_IMAGE SERVICE_PORT SERVER METRICS"
# Of its name and its addresses.
place_variables="AS LAB LAN_PORT WAN_PORT METRICS_PORT SUBNET"
