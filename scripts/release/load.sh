#!/bin/sh
# Loads the images of a bundle: the one that this folder was unpacked from, or FILE. Checks every part first, and loads
# nothing of a damaged bundle. Needs Docker and a shell, and no network.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/lib/docker.sh
. scripts/lib/lock.sh
. scripts/images/image-state.sh
. scripts/release/parts.sh

work=target/load

# find_bundle: sets $file; it is empty for the bundle that is unpacked here.
find_bundle() {
  file=${FILE:-}
  if [ -n "$file" ]; then
    [ -f "$file" ] || fail 2 "FILE=$file: there is no such file" "such as: make load FILE=nearfar-bundle.tar"
  elif [ ! -e $about_file ]; then
    for file in nearfar-bundle.tar ../nearfar-bundle.tar; do
      [ ! -f $file ] || return 0
    done
    fail 2 "there is no bundle here, neither unpacked nor as nearfar-bundle.tar" "name it: make load FILE=…"
  fi
}

copy_again="copy it here again: it was changed, or cut short, on its way"

# succeeds COMMAND...: runs it as a job that never fails, for tried.
succeeds() {
  ! "$@" >"$logs/output" 2>"$logs/wrong" || : >"$logs/succeeded"
}

# tried TEXT COMMAND...: whether it succeeded; its output is in $logs/output. Shows TEXT if it takes long.
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

# unpack: rejects a file that is not an archive, or not a bundle, by its list of names.
unpack() {
  tried "reading $file, $(size_of "$file")" tar -tf "$file" || fail 1 "$file cannot be read to its end: $(wrong)" "$copy_again"
  if ! grep -qx "nearfar/$about_file" "$logs/output" || grep -qvE '^nearfar(/|$)' "$logs/output" ||
    grep -qE '(^|/)\.\.(/|$)' "$logs/output"; then
    fail 1 "$file is not a bundle of Nearfar" "make one: make bundle"
  fi
  sed -n '/[^/]$/s|^nearfar/||p' "$logs/output" | LC_ALL=C sort >"$logs/names"
  rm -rf $work
  mkdir -p $work
  tried "unpacking $file" tar -xof "$file" -C $work || fail 1 "$file cannot be unpacked: $(wrong)" "$copy_again"
}

# check_names: checks that the bundle has no file that its list lacks.
check_names() {
  { listed "$folder" && printf '%s\n' $sums_file $about_file; } | LC_ALL=C sort >"$logs/listed"
  more=$(diff "$logs/listed" "$logs/names" | sed -n 's/^> //p' | head -n 1)
  [ -z "$more" ] || fail 1 "$bundle is damaged: $more is not in its list" "$copy_again"
}

make_sums() {
  listed "$folder" | sums_of "$folder"
}

# check_parts: checks that each file in the list is there and unchanged.
check_parts() {
  tried "checking $bundle" make_sums || : # missing files are found below
  other=$(diff "$folder/$sums_file" "$logs/output" | sed -n 's/^< [^ ]* [ *]//p')
  ! is_on CHANGED || other=$(echo "$other" | grep '^bundle/') || :
  [ -n "$other" ] || return 0
  first=$(echo "$other" | head -n 1) count=$(echo "$other" | wc -l | tr -d ' ')
  if [ -e "$folder/$first" ]; then how="was changed"; else how="is missing"; fi
  [ "$count" = 1 ] || how="$how, and $((count - 1)) more files"
  case $file$first in bundle/*) ;; [!/]*) [ -n "$file" ] || copy_again="unpack the bundle again; if you changed the file: make load CHANGED=1" ;; esac
  fail 1 "$bundle is damaged: $first $how" "$copy_again"
}

check_whole() {
  { [ -f "$folder/$about_file" ] && [ -f "$folder/$sums_file" ]; } || fail 1 "$bundle has no list of its files" "$copy_again"
  made_for=$(sed -n 's/^platform //p' "$folder/$about_file")
  about "$folder" "$made_for" | cmp -s - "$folder/$about_file" ||
    fail 1 "$bundle is damaged: its list of files was changed" "$copy_again"
  [ -z "$file" ] || check_names
  check_parts
}

check_platform() {
  here=$(platform)
  [ "$made_for" = "$here" ] || fail 1 "$bundle is for $made_for, and Docker runs $here here" \
    "make one on a machine with $here: make bundle"
}

clean_up() {
  tidy_up
  rm -rf $work
  release_lock
}

is_on CHANGED || : # rejects a wrong value before anything is unpacked
find_bundle
find_sha256
refuse_remote_docker
scripts/lib/engine.sh
trap release_lock EXIT
take_lock load
at_end clean_up
keep_logs
folder=. bundle="the bundle unpacked here"
if [ -n "$file" ]; then
  folder=$work/nearfar bundle=$file
  unpack
fi
check_whole
check_platform
rm -rf target/jdk # it is of the images before
line bundle "complete: $(wc -l <"$folder/$sums_file" | tr -d ' ') files, unchanged, for $made_for"
images=$folder/bundle/images.tar.gz
tried "loading the images, $(size_of "$images")" docker load --input "$images" ||
  fail 1 "Docker could not load the images: $(wrong)" "is its disk full? see: docker system df"
sed -n 's/^Loaded image: //p' "$logs/output" | while read -r image; do
  line image "$image"
done
image_state
[ -z "$absent" ] || fail 1 "the bundle lacks images: $absent" "$copy_again"
[ -z "$stale" ] || line images "made from sources that differ from those here: $stale"
line next "make lab-up · make tour"
