# AS=alice: one of several labs of different people on one machine. The lab's name, its ports and its subnet are derived
# from the attendee's name alone, in each shell the same. Variables that are set take precedence. Sourced, after lib.sh,
# before any of these variables gets its default.
# shellcheck shell=sh

places=7000     # groups of three ports, from 11000 to 31999: below the ports of outgoing connections
longest_name=32 # then a container's name is still a valid DNS label

# place_of NAME: prints its place among them.
place_of() {
  sum=$(printf %s "$1" | cksum)
  echo $((${sum%% *} % places))
}

lan_port_of() {
  echo $((11000 + 3 * $(place_of "$1")))
}

# subnet_of NAME: prints three numbers, from 10.160.0 to 10.187.87.
subnet_of() {
  place=$(place_of "$1")
  echo "10.$((160 + place / 256)).$((place % 256))"
}

good_name() {
  case $1 in '' | [!a-z0-9]* | *[!a-z0-9_-]* | *-check) return 1 ;; esac # the suffix of the lab in which exercises are checked
  [ ${#1} -le $longest_name ]
}

refuse_wrong_name() {
  ! good_name "$AS" || return 0
  better=$(echo "$AS" | tr '[:upper:] ' '[:lower:]-' | cut -c 1-$longest_name)
  good_name "$better" || better=alice
  fail 2 "AS=$AS is not a valid name for an attendee's lab" \
    "use up to $longest_name lower-case letters, digits, - and _, starting with a letter or digit, such as AS=$better"
}

# A compiler's environment has its assembler in this variable.
case ${AS:-} in as | */*as) AS='' ;; esac

if [ -n "${AS:-}" ]; then
  refuse_wrong_name
  own_lan_port=$(lan_port_of "$AS") own_subnet=$(subnet_of "$AS")
  LAB=${LAB:-nearfar-$AS} LAN_CLIENTS=${LAN_CLIENTS:-1} WAN_CLIENTS=${WAN_CLIENTS:-1}
  LAN_PORT=${LAN_PORT:-$own_lan_port} WAN_PORT=${WAN_PORT:-$((own_lan_port + 1))}
  METRICS_PORT=${METRICS_PORT:-$((own_lan_port + 2))} SUBNET=${SUBNET:-$own_subnet}
  export LAB LAN_CLIENTS WAN_CLIENTS LAN_PORT WAN_PORT METRICS_PORT SUBNET
fi
