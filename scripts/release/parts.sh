# A bundle's parts and their checksums. Sourced, after lib.sh.
#
#   nearfar/                       the folder of the sources and their docs
#   nearfar/bundle/about           the platform, and the checksum of the next
#   nearfar/bundle/SHA256SUMS      the checksum of each other file
#   nearfar/bundle/images.tar.gz   what docker save said
#   nearfar/bundle/jars/           the programs of the images
#   nearfar/bundle/repository/     what Maven needs
#   nearfar/bundle/scenario.classpath  the jars there that run scenarios, so that it takes no Maven
# shellcheck shell=sh disable=SC2034 # shared with the sourcing script

sums_file=bundle/SHA256SUMS
about_file=bundle/about

platform() {
  docker version --format '{{.Server.Os}}/{{.Server.Arch}}'
}

# find_sha256: sets $sha256, the command that makes a checksum here.
find_sha256() {
  if command -v sha256sum >/dev/null; then
    sha256=sha256sum
  elif command -v shasum >/dev/null; then
    sha256="shasum -a 256"
  else
    fail 1 "there is neither sha256sum nor shasum here to check a bundle with" "install coreutils, or perl"
  fi
}

# listed FOLDER: prints the files that the bundle unpacked there has by its own list.
listed() {
  sed 's/^[^ ]* [ *]//' "$1/$sums_file"
}

# sums_of FOLDER: prints the checksums of the files there whose names come in, as they are now.
sums_of() (
  cd "$1" || exit
  # shellcheck disable=SC2086 # a command
  tr '\n' '\0' | xargs -0 $sha256
)

# about FOLDER PLATFORM: prints what the file of that name is to say.
about() {
  sum=$(echo $sums_file | sums_of "$1")
  printf 'nearfar-bundle 1\nplatform %s\nsums %s\n' "$2" "${sum%% *}"
}

size_of() {
  wc -c <"$1" | awk '{ printf "%.0f MB", $1 / 1e6 }'
}
