#!/bin/sh
# Loads the images of a bundle: of the one that this folder was unpacked from, or of FILE. Looks at every part first, and
# loads nothing of a bundle that is not whole. Wants Docker and a shell, and no network.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh
. scripts/release/parts.sh

place=target/load

# find_bundle: sets $file, or leaves it empty where it is the one that is unpacked here.
find_bundle() {
  file=${FILE:-}
  if [ -n "$file" ]; then
    [ -f "$file" ] || fail 2 "FILE=$file: there is no such file" "such as: make load FILE=nearfar-bundle.tar"
  elif [ ! -e $about_file ]; then
    for file in nearfar-bundle.tar ../nearfar-bundle.tar; do
      [ ! -f $file ] || return 0
    done
    fail 2 "there is no bundle here, neither unpacked nor as nearfar-bundle.tar" "say where it is: make load FILE=…"
  fi
}

not_whole="bring it here once more: it was changed, or cut short, on its way"

# succeeds COMMAND...: as a job: that it failed is for the script to tell.
succeeds() {
  ! "$@" >"$logs/said" 2>"$logs/wrong" || : >"$logs/succeeded"
}

# tried TEXT COMMAND...: whether it succeeded, with its output in $logs/said; what is being done is said if it takes long.
tried() {
  text=$1
  shift
  rm -f "$logs/succeeded"
  busy bundle "$text" tried succeeds "$@"
  [ -e "$logs/succeeded" ]
}

wrong() {
  grep . "$logs/wrong" | head -n 1
}

# unpack: what is no archive, or none of ours, is found by its list of names.
unpack() {
  tried "reading $file, $(size_of "$file")" tar -tf "$file" || fail 1 "$file cannot be read to its end: $(wrong)" "$not_whole"
  if ! grep -qx "nearfar/$about_file" "$logs/said" || grep -qvE '^nearfar(/|$)' "$logs/said" ||
    grep -qE '(^|/)\.\.(/|$)' "$logs/said"; then
    fail 1 "$file is no bundle of Nearfar" "one is made by: make bundle"
  fi
  sed -n '/[^/]$/s|^nearfar/||p' "$logs/said" | LC_ALL=C sort >"$logs/names"
  rm -rf $place
  mkdir -p $place
  tried "unpacking $file" tar -xof "$file" -C $place || fail 1 "$file cannot be unpacked: $(wrong)" "$not_whole"
}

# check_names: that what came out of the file is what its list says, and nothing beside it.
check_names() {
  { listed "$folder" && printf '%s\n' $sums_file $about_file; } | LC_ALL=C sort >"$logs/listed"
  more=$(diff "$logs/listed" "$logs/names" | sed -n 's/^> //p' | head -n 1)
  [ -z "$more" ] || fail 1 "$bundle is not whole: $more is in it and not in its list" "$not_whole"
}

make_sums() {
  listed "$folder" | sums_of "$folder"
}

# check_parts: that everything in the list is there, and as it was packed.
check_parts() {
  tried "checking $bundle" make_sums || : # what is missing is seen below
  other=$(diff "$folder/$sums_file" "$logs/said" | sed -n 's/^< [^ ]* [ *]//p')
  ! is_on CHANGED || other=$(echo "$other" | grep '^bundle/') || :
  [ -n "$other" ] || return 0
  first=$(echo "$other" | head -n 1) count=$(echo "$other" | wc -l | tr -d ' ')
  if [ -e "$folder/$first" ]; then how="is not what was packed"; else how="is missing"; fi
  [ "$count" = 1 ] || how="$how, and so with $((count - 1)) more"
  case $file$first in bundle/*) ;; [!/]*) [ -n "$file" ] || not_whole="unpack the bundle once more; where you changed it yourself: make load CHANGED=1" ;; esac
  fail 1 "$bundle is not whole: $first $how" "$not_whole"
}

check_whole() {
  { [ -f "$folder/$about_file" ] && [ -f "$folder/$sums_file" ]; } || fail 1 "$bundle has no list of its parts" "$not_whole"
  made_for=$(sed -n 's/^platform //p' "$folder/$about_file")
  about "$folder" "$made_for" | cmp -s - "$folder/$about_file" ||
    fail 1 "$bundle is not whole: its list of parts is not what was packed" "$not_whole"
  [ -z "$file" ] || check_names
  check_parts
}

check_platform() {
  here=$(platform)
  [ "$made_for" = "$here" ] || fail 1 "$bundle is for $made_for, and this engine runs $here" \
    "make one on a machine such as this: make bundle"
}

clean_up() {
  tidy_up
  rm -rf $place
  release_lock
}

is_on CHANGED || : # or off, before anything is unpacked
find_bundle
find_sha256
refuse_remote_engine
scripts/lib/engine.sh
trap release_lock EXIT
take_lock load
at_end clean_up
keep_logs
folder=. bundle="what is unpacked here"
if [ -n "$file" ]; then
  folder=$place/nearfar bundle=$file
  unpack
fi
check_whole
check_platform
rm -rf target/jdk # a JDK of the images that were there
line bundle "whole: $(wc -l <"$folder/$sums_file" | tr -d ' ') files as they were packed, for $made_for"
images=$folder/bundle/images.tar.gz
tried "loading the images, $(size_of "$images")" docker load --input "$images" ||
  fail 1 "the engine did not take the images: $(wrong)" "is its disk full? see: docker system df"
sed -n 's/^Loaded image: //p' "$logs/said" | while read -r image; do
  line image "$image"
done
image_state
[ -z "$absent" ] || fail 1 "images are missing all the same: $absent" "$not_whole"
[ -z "$stale" ] || line images "of other sources than those here: $stale"
line next "make lab-up · make tour"
