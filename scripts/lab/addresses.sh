# Checks whether the lab's published ports and its subnet are free on this machine. Sourced, after lib.sh.
# It reads tables of Docker and of the kernel, and sends nothing.
# shellcheck shell=sh disable=SC2154 # shared with attendee.sh

proc_net=${proc_net:-/proc/net} # a test has another
. scripts/lab/attendee.sh
LAB=${LAB:-nearfar}
LAN_PORT=${LAN_PORT:-4444}
WAN_PORT=${WAN_PORT:-4445}
METRICS_PORT=${METRICS_PORT:-9090}
SUBNET=${SUBNET:-10.44.0}
published='LAN_PORT WAN_PORT' # the variables of the ports that this lab publishes
! is_on METRICS || published="$published METRICS_PORT"

port_of() {
  case $1 in LAN_PORT) echo "$LAN_PORT" ;; WAN_PORT) echo "$WAN_PORT" ;; *) echo "$METRICS_PORT" ;; esac
}

# port_mistake NAME: prints why the value of the variable NAME is not a valid port to publish, or nothing.
port_mistake() {
  port=$(port_of "$1")
  case $port in
    *[!0-9]* | ??????* | 0*) wrong_port=yes ;;
    *) [ "$port" -le 65535 ] && wrong_port= || wrong_port=yes ;;
  esac
  if [ -n "$wrong_port" ]; then
    echo "$1=$port is not a port (1 to 65535)"
  elif [ "$1" != LAN_PORT ] && [ "$LAN_PORT" = "$port" ]; then
    echo "$1=$port is also LAN_PORT"
  elif [ "$1" = METRICS_PORT ] && [ "$WAN_PORT" = "$port" ]; then
    echo "$1=$port is also WAN_PORT"
  fi
}

# port_clash NAME: prints the owner of the port in the variable NAME, or nothing.
port_clash() {
  port=$(port_of "$1")
  holder=$(docker ps --filter "publish=$port" --format '{{.Names}} {{.Label "com.docker.compose.project"}}' \
    2>/dev/null | head -n 1)
  case $holder in
    *" $LAB") ;; # this lab's own, as it is up
    '' | ' ') ! holder=$(listener "$port") || echo "port $port is taken by $holder" ;;
    *) echo "port $port is taken by the container ${holder%% *}" ;;
  esac
}

# port_remedy NAME: prints the command that publishes another port.
port_remedy() {
  case ${AS:-}-$1-$(port_of "$1") in
    -*) ;;
    *-LAN_PORT-"$own_lan_port" | *-WAN_PORT-$((own_lan_port + 1)) | *-METRICS_PORT-$((own_lan_port + 2)))
      ! another_name || return 0
      ;;
  esac
  case $1 in
    LAN_PORT) echo "publish another port: LAN_PORT=5444 make lab-up${AS:+ AS=$AS}" ;;
    WAN_PORT) echo "publish another port: WAN_PORT=5445 make lab-up${AS:+ AS=$AS}" ;;
    *) echo "publish another port: METRICS_PORT=9091 METRICS=1 make lab-up${AS:+ AS=$AS}" ;;
  esac
}

# listener PORT: prints the program that listens at that port of 127.0.0.1; fails if there is none.
listener() {
  if [ -r /proc/net/tcp ]; then
    inode=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port="$(printf '%04X' "$1")" '
      BEGIN { any = "00000000"; own = "0100007F"; v6 = any any any any; mapped = any any "FFFF0000" own }
      { split($2, local, ":") }
      $4 == "0A" && local[2] == port && (local[1] == any || local[1] == own || local[1] == v6 || local[1] == mapped) {
        print $10
        exit
      }')
    [ -n "$inode" ] || return 1
    holder_of_socket "$inode"
  elif command -v lsof >/dev/null; then
    lsof -nP "-iTCP:$1" -sTCP:LISTEN 2>/dev/null | awk '
      NR > 1 && $9 ~ /^(\*|127\.0\.0\.1|\[::\])/ { print $1 " (process " $2 ")"; found = 1; exit }
      END { exit !found }'
  else
    netstat -an 2>/dev/null | awk -v port="$1" '
      /LISTEN/ && $4 ~ "^(\\*|0\\.0\\.0\\.0|127\\.0\\.0\\.1|::)[.:]" port "$" { print "some program"; found = 1; exit }
      END { exit !found }'
  fi
}

holder_of_socket() {
  # shellcheck disable=SC2012 # the names are numbers
  process=$(ls -l /proc/[0-9]*/fd 2>/dev/null |
    awk -v socket="socket:[$1]" '/^\/proc\// { split($1, path, "/") } $NF == socket { print path[3]; exit }')
  if [ -n "$process" ]; then
    echo "$(printable <"/proc/$process/comm") (process $process)"
  else
    echo "a program of another user"
  fi
}

# taken_ranges: prints a line for each range of addresses that a lab must not have: first, last, owner. These are the
# subnets of Docker's networks, the addresses of this machine, and its routes that are at least as narrow as a lab's /24:
# a wide route, such as a VPN's, goes on to serve the rest of it. The fixture in Java has the same rule. This lab's own
# networks do not count, nor do those of the lab in which exercises are checked: both share a /24.
taken_ranges() {
  networks=$(docker network ls --quiet 2>/dev/null) || networks=
  {
    # shellcheck disable=SC2086 # a list of ids
    [ -z "$networks" ] || docker network inspect --format \
      '{{$n := .}}{{range .IPAM.Config}}net {{.Subnet}} {{$n.Name}} {{index $n.Labels "com.docker.compose.project"}}{{"\n"}}{{end}}' \
      $networks 2>/dev/null
    own_addresses
    own_routes
  } | awk -v lab="${LAB%-check}" '
    function number(address) {
      split(address, part, ".")
      return ((part[1] * 256 + part[2]) * 256 + part[3]) * 256 + part[4]
    }
    function of_docker(first, last,  i) {
      for (i = 1; i <= nets; i++) if (from[i] <= first && last <= to[i]) return 1
      return 0
    }
    function add(first, last, owner) { printf "%.0f %.0f %s\n", first, last, owner }
    $2 !~ /^[0-9.]+(\/[0-9]+)?$/ { next }
    {
      if (split($2, subnet, "/") < 2) subnet[2] = 32
      size = 2 ^ (32 - subnet[2])
      first = number(subnet[1]); first -= first % size; last = first + size - 1
    }
    $1 == "net" {
      from[++nets] = first; to[nets] = last
      sub(/-check$/, "", $4)
      if ($4 != lab) add(first, last, "the Docker network " $3 " (" $2 ")")
    }
    $1 == "address" && !of_docker(first, last) { add(first, last, "this machine, which has the address " $2) }
    $1 == "route" && size <= 256 && !of_docker(first, last) { add(first, last, "a route of this machine, by " $3) }'
}

# own_addresses: prints "address A.B.C.D" for each IPv4 address of this machine, except loopback.
own_addresses() {
  if [ -r "$proc_net/fib_trie" ]; then
    awk '$1 == "|--" { address = $2 } /\/32 host LOCAL/ && address !~ /^127\./ && !seen[address]++ { print "address", address }' \
      "$proc_net/fib_trie"
  elif command -v ifconfig >/dev/null; then
    ifconfig -a 2>/dev/null | awk '$1 == "inet" && $2 !~ /^127\./ { print "address", $2 }'
  fi
}

# own_routes: prints "route A.B.C.D/WIDTH INTERFACE" for each IPv4 route of this machine. Only Linux has the table.
own_routes() {
  [ ! -r "$proc_net/route" ] || awk '
    function digit(letter) { return index("0123456789ABCDEF", letter) - 1 }
    function byte(hex, at) { return digit(substr(hex, at, 1)) * 16 + digit(substr(hex, at + 1, 1)) }
    $2 ~ /^[0-9A-F]+$/ { # the last byte comes first
      width = 0
      for (i = 1; i < 9; i++) width += substr("0112122312232334", digit(substr($8, i, 1)) + 1, 1)
      print "route", byte($2, 7) "." byte($2, 5) "." byte($2, 3) "." byte($2, 1) "/" width, $1
    }' "$proc_net/route"
}

# subnet_mistake: prints why SUBNET is not valid, or nothing.
subnet_mistake() {
  byte='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
  case $SUBNET in
    *[!0-9.]*) ;;
    *) ! echo "$SUBNET" | grep -Eqx "(10\.$byte|172\.(1[6-9]|2[0-9]|3[01])|192\.168)\.$byte" || return 0 ;;
  esac
  echo "SUBNET=$SUBNET is not the first three numbers of a subnet of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
}

# subnet_clash: prints the owner of addresses in the lab's subnet, or nothing.
subnet_clash() {
  taken_ranges | taken_by "$SUBNET"
}

# taken_by PREFIX: prints the owner of addresses in that subnet, or nothing. Reads the lines of taken_ranges.
taken_by() {
  awk -v prefix="$1" '
    BEGIN { split(prefix, part, "."); first = ((part[1] * 256 + part[2]) * 256 + part[3]) * 256 }
    $1 <= first + 255 && $2 >= first {
      sub(/^[0-9]+ [0-9]+ /, "")
      print "the subnet " prefix ".0/24 is taken by " $0
      exit
    }'
}

# another_name: prints the attendee's name with the first number after it whose ports and subnet are free.
another_name() {
  ranges=$(taken_ranges)
  for number in 2 3 4 5 6 7 8 9; do
    other=$(echo "$AS" | cut -c 1-$((longest_name - 1)))$number
    [ -z "$(echo "$ranges" | taken_by "$(subnet_of "$other")")" ] || continue
    LAN_PORT=$(lan_port_of "$other")
    WAN_PORT=$((LAN_PORT + 1)) METRICS_PORT=$((LAN_PORT + 2))
    [ -z "$(port_clash LAN_PORT)$(port_clash WAN_PORT)$(port_clash METRICS_PORT)" ] || continue
    echo "another name has other ports and another subnet: make lab-up AS=$other"
    return
  done
  return 1
}

# subnet_remedy: prints a command with a subnet that is free.
subnet_remedy() {
  [ -z "${AS:-}" ] || [ "$SUBNET" != "$own_subnet" ] || ! another_name || return 0
  ranges=$(taken_ranges)
  for prefix in 10.44.0 10.45.0 10.144.44 172.29.44 192.168.244; do
    if [ -z "$(echo "$ranges" | taken_by "$prefix")" ]; then
      echo "take a free one: SUBNET=$prefix make lab-up${AS:+ AS=$AS}"
      return
    fi
  done
  echo "name a free one: SUBNET=10.99.0 make lab-up${AS:+ AS=$AS}"
}
