# Whose lab it is, where several people have theirs on one machine: AS=alice. From the name alone come the lab's own name,
# its doors and its subnet, the same each time and in each shell; a variable that is given counts all the same. Sourced,
# after lib.sh, before any of these has its default.
# shellcheck shell=sh

places=7000     # so many thirds of ports from 11000 to 31999, below those that systems give to whoever connects
longest_name=32 # with what is put around it a container's name is still one for DNS

# place_of NAME: its place among them.
place_of() {
  sum=$(printf %s "$1" | cksum)
  echo $((${sum%% *} % places))
}

lan_door_of() {
  echo $((11000 + 3 * $(place_of "$1")))
}

# subnet_of NAME: its three numbers, from 10.160.0 to 10.187.87.
subnet_of() {
  place=$(place_of "$1")
  echo "10.$((160 + place / 256)).$((place % 256))"
}

good_name() {
  case $1 in '' | [!a-z0-9]* | *[!a-z0-9_-]* | *-check) return 1 ;; esac # which is the lab beside one's own
  [ ${#1} -le $longest_name ]
}

refuse_wrong_name() {
  ! good_name "$AS" || return 0
  better=$(echo "$AS" | tr '[:upper:] ' '[:lower:]-' | cut -c 1-$longest_name)
  good_name "$better" || better=alice
  fail 2 "AS=$AS is no name for an attendee's lab" \
    "take up to $longest_name small letters, digits, - and _, and begin with a letter or digit, such as AS=$better"
}

# So names the environment of a compiler its assembler, in which somebody may type these commands.
case ${AS:-} in as | */*as) AS='' ;; esac

if [ -n "${AS:-}" ]; then
  refuse_wrong_name
  own_lan_door=$(lan_door_of "$AS") own_subnet=$(subnet_of "$AS")
  LAB=${LAB:-nearfar-$AS} LAN_CLIENTS=${LAN_CLIENTS:-1} WAN_CLIENTS=${WAN_CLIENTS:-1}
  LAN_PORT=${LAN_PORT:-$own_lan_door} WAN_PORT=${WAN_PORT:-$((own_lan_door + 1))}
  METRICS_PORT=${METRICS_PORT:-$((own_lan_door + 2))} SUBNET=${SUBNET:-$own_subnet}
  export LAB LAN_CLIENTS WAN_CLIENTS LAN_PORT WAN_PORT METRICS_PORT SUBNET
fi
