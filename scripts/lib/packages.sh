# Debian's packages: their source on this machine, and how one is installed. Sourced, after lib.sh.
# shellcheck shell=sh disable=SC2154 # shared with lib.sh

debian_suite=trixie

is_debian() {
  [ "$(. /etc/os-release 2>/dev/null && echo "$ID")" = debian ]
}

# debian_address: prints the address of this machine's own source of Debian's packages.
debian_address() {
  # shellcheck disable=SC2016 # apt's own variables
  found=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' |
    awk '$2 == "Debian" && $3 == "Debian" && $1 ~ /^https?:/ { print $1; exit }')
  [ -n "$found" ] || fail 1 "apt knows no Debian source on the network" "add one to /etc/apt/sources.list"
  echo "$found"
}

# candidate PACKAGE: prints the version that apt would install.
candidate() {
  apt-cache policy "$1" | awk '$1 == "Candidate:" { print $2 }'
}

# refresh_packages: reads apt's lists again. A source that does not answer does not stop it.
refresh_packages() {
  as_root apt-get update -qq || :
}

# plan_packages PACKAGE...: simulates the installation, and refuses one that removes or downgrades a package of this
# machine. Sets $additions to the packages that apt would install.
plan_packages() {
  plan=$(LC_ALL=C COLUMNS=1000 apt-get install -s --no-install-recommends "$@" 2>&1) ||
    fail 1 "apt cannot install: $* ($(echo "$plan" | grep '^E: ' | head -n 1))" "install them by hand, then try again"
  removed=$(echo "$plan" | awk '$1 == "Remv" || $1 == "Purg" { print $2 }' | paste -s -d ' ' -)
  downgraded=$(echo "$plan" | awk '/will be DOWNGRADED:$/ { found = 1; next } !/^ / { found = 0 } found' |
    tr -s ' \n' '  ' | sed 's/^ //; s/ $//')
  additions=$(echo "$plan" | awk '$1 == "Inst" { print $2 }' | paste -s -d ' ' -)
  by_hand="install them by hand, if that is what you want: apt-get install $*"
  [ -z "$removed" ] || fail 1 "nothing was installed: for $* apt would remove $removed" "$by_hand"
  [ -z "$downgraded" ] || fail 1 "nothing was installed: for $* apt would downgrade $downgraded" "$by_hand"
  case " $additions " in
    *" libc6 "*) fail 1 "nothing was installed: for $* apt would upgrade this machine's C library" "$by_hand" ;;
  esac
}

# install_now PACKAGE...: installs what plan_packages has allowed.
install_now() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq -o DPkg::Lock::Timeout=120 --no-install-recommends --no-remove "$@"
}

# install_packages PACKAGE...: plans first, waits until they are installed, and reports what was added.
install_packages() {
  plan_packages "$@"
  busy missing "installing $*" apt-get install_now "$@"
  line installed "$additions"
}

# offer_packages WHAT_FOR NAMES HOW: reports what is missing, asks, and becomes root; HOW is the command for a user who
# may not become root. Without a terminal the answer is yes, and with INSTALL=no it is no.
offer_packages() {
  line missing "$2 ($1)"
  may_install || fail 1 "nothing was installed, as INSTALL=$INSTALL" "to do it by hand, as root: $3"
  is_debian || fail 1 "packages are installed on Debian only" "install: $2"
  may_be_root || fail 1 "installing needs root, and $(id -un) may not become root here" "as root, run: $3"
  agree "install from Debian's packages?" || fail 1 "nothing was installed" "to do it by hand, as root: $3"
  as_root true # asks for the password before anything runs in the background
}

# may_install: whether INSTALL allows it, which it does unless it is off.
may_install() {
  INSTALL=${INSTALL:-yes}
  is_on INSTALL
}

# require_packages WHAT_FOR PACKAGE...: offers them, and waits until they are installed.
require_packages() {
  what_for=$1
  shift
  offer_packages "$what_for" "$*" "apt-get install $*"
  keep_logs
  busy missing "reading apt's lists" apt-get refresh_packages
  install_packages "$@"
}

# debian_image NAME INSTRUCTIONS CLEANING PACKAGE...: builds an image of the packages' files without running their scripts:
# it needs no root, and the image has no shell. INSTRUCTIONS are those of a Dockerfile, one per line; CLEANING runs in the
# folder before it becomes the image. Requires mmdebstrap and $logs.
debian_image() {
  name=$1 instructions=$2 cleaning=$3
  shift 3
  {
    # In another session: a failing mmdebstrap sends a hangup to its whole process group. What it leaves after an interrupt
    # is removed with the logs.
    TMPDIR=$logs setsid --wait mmdebstrap --quiet --mode=chrootless --variant=extract --format=tar \
      --include="$(echo "$*" | tr ' ' ,)" --extract-hook="cd \"\$1\" && $cleaning" $debian_suite - \
      "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_address) $debian_suite main" ||
      touch "$logs/broken"
  } | docker import --change "$instructions" - "$name"
  [ ! -e "$logs/broken" ]
}
