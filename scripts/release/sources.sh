# Which files are sources: those that git tracks, and no other. Sourced, after lib.sh and parts.sh.
# shellcheck shell=sh disable=SC2154 # shared with parts.sh

# source_files: prints their names, sorted. A folder without git was unpacked from a bundle, which lists them.
source_files() {
  if [ -e .git ]; then
    tracked=$(git ls-files) || fail 1 "git cannot list the files of $PWD" "see above"
  elif [ -f "$sums_file" ]; then
    tracked=$(listed . | grep -v '^bundle/')
  else
    fail 1 "nothing here lists the source files: $PWD has neither .git nor $sums_file" \
      "run this in a clone, or in a folder that was unpacked from a bundle"
  fi
  if unusual=$(echo "$tracked" | grep '[^A-Za-z0-9._/@+-]'); then
    fail 1 "a source file has an unusual character in its name: $(echo "$unusual" | head -n 1)" "rename it"
  fi
  echo "$tracked" | while read -r name; do [ ! -f "$name" ] || echo "$name"; done | LC_ALL=C sort
}

# copy_sources NAMES FOLDER: copies them to FOLDER, and writes their names to the file NAMES.
copy_sources() {
  source_files >"$1"
  tar -cf - -T "$1" | tar -xf - -C "$2"
}
