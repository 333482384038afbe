# Debian's packages: where this machine has them from, and how one is installed. Sourced, after lib.sh.
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

# refresh_packages: reads apt's lists anew. A source that does not answer is no reason to give up.
refresh_packages() {
  as_root apt-get update -qq || :
}

# install_now PACKAGE...: installs them, unless apt would upgrade the C library for it.
install_now() {
  if apt-get install -s --no-install-recommends "$@" | grep -q '^Inst libc6 '; then
    fail 1 "apt would upgrade this machine's C library for: $*" "install them by hand, then try again"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq -o DPkg::Lock::Timeout=120 --no-install-recommends "$@"
}

# offer_packages WHAT_FOR NAMES HOW: names what is missing, asks, and becomes root; HOW says what to run for one
# who may not.
offer_packages() {
  line missing "$2 ($1)"
  is_debian || fail 1 "this is no Debian, so nothing is installed by itself" "install: $2"
  may_be_root || fail 1 "installing needs root, and $(id -un) may not become root here" "as root, run: $3"
  agree "install from Debian's packages?" || fail 1 "nothing was installed" "to do it by hand, as root: $3"
  as_root true # asks for the password before anything runs in the background
}

refresh_and_install() {
  refresh_packages
  install_now "$@"
}

# require_packages WHAT_FOR PACKAGE...: offers them, and waits until they are installed.
require_packages() {
  what_for=$1
  shift
  offer_packages "$what_for" "$*" "apt-get install $*"
  keep_logs
  busy missing "installing $*" apt-get refresh_and_install "$@"
}

# debian_image NAME INSTRUCTIONS CLEANING PACKAGE...: an image of the packages' files, without running any of their
# scripts, so that it takes no root and has no shell. INSTRUCTIONS are those of a Dockerfile, one a line; CLEANING runs
# in the folder before it becomes the image. Wants mmdebstrap, and $logs.
debian_image() {
  name=$1 instructions=$2 cleaning=$3
  shift 3
  {
    # In a session of its own, because where it fails it hangs up on its whole process group. What it leaves behind
    # where it is interrupted goes with the logs.
    TMPDIR=$logs setsid --wait mmdebstrap --quiet --mode=chrootless --variant=extract --format=tar \
      --include="$(echo "$*" | tr ' ' ,)" --extract-hook="cd \"\$1\" && $cleaning" $debian_suite - \
      "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_address) $debian_suite main" ||
      touch "$logs/broken"
  } | docker import --change "$instructions" - "$name"
  [ ! -e "$logs/broken" ]
}
