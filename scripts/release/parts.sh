# The parts of a bundle and their checksums. Sourced, after lib.sh.
#
#   nearfar/                       the sources and docs
#   nearfar/bundle/about           the platform, and the checksum of the next
#   nearfar/bundle/SHA256SUMS      the checksum of each other file
#   nearfar/bundle/images.tar.gz   the output of docker save
#   nearfar/bundle/jars/           the programs of the images
#   nearfar/bundle/repository/     a Maven repository
#   nearfar/bundle/scenario.classpath  the jars there that run scenarios, for machines without Maven
# shellcheck shell=sh disable=SC2034 # shared with the sourcing script

sums_file=bundle/SHA256SUMS
about_file=bundle/about

platform() {
  docker version --format '{{.Server.Os}}/{{.Server.Arch}}'
}

# find_sha256: sets $sha256 to the command for checksums on this machine.
find_sha256() {
  if command -v sha256sum >/dev/null; then
    sha256=sha256sum
  elif command -v shasum >/dev/null; then
    sha256="shasum -a 256"
  else
    fail 1 "neither sha256sum nor shasum is installed, and a bundle has checksums" "install coreutils, or perl"
  fi
}

# listed FOLDER: prints the files in the list of the bundle unpacked there.
listed() {
  sed 's/^[^ ]* [ *]//' "$1/$sums_file"
}

# sums_of FOLDER: prints the checksums of the files there whose names it reads.
sums_of() (
  cd "$1" || exit
  # shellcheck disable=SC2086 # a command
  tr '\n' '\0' | xargs -0 $sha256
)

# about FOLDER PLATFORM: prints the contents of the file `about`.
about() {
  sum=$(echo $sums_file | sums_of "$1")
  printf 'nearfar-bundle 1\nplatform %s\nsums %s\n' "$2" "${sum%% *}"
}

size_of() {
  wc -c <"$1" | awk '{ printf "%.0f MB", $1 / 1e6 }'
}
