# The exercises of the workshop: which one, which program, and the container for it. Sourced, after lib.sh and
# image-state.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with the sourcing script

. scripts/lab/attendee.sh

most_memory=256m

# choose_lesson: sets $skeletons, the files to hand out, and $folder, the attendee's copy.
choose_lesson() {
  case ${LESSON:-} in
    [1-9]) skeletons=workshop/exercises/$LESSON ;;
    *) skeletons=none ;;
  esac
  [ -d "$skeletons" ] || fail 2 "LESSON=${LESSON:-} is not a lesson with an exercise" \
    "choose from: $(cd workshop/exercises && echo [1-9])"
  folder=${MINE:-mine${AS:+/$AS}}/$LESSON
}

# hand_out: copies the files that the attendee lacks, and keeps the others. Sets $handed_out to their names.
hand_out() {
  handed_out=''
  mkdir -p "$folder" || fail 1 "the folder $folder cannot be created" "run this where you may write"
  for file in "$skeletons"/*; do
    [ ! -e "$folder/${file##*/}" ] || continue
    cp "$file" "$folder/"
    chmod a+r "$folder/${file##*/}"
    handed_out="${handed_out:+$handed_out }${file##*/}"
  done
}

# refuse_language: rejects IN for lesson 8.
refuse_language() {
  [ -z "${IN:-}" ] || fail 2 "IN=$IN: lesson 8 has its files in one language" "leave IN out"
}

# refuse_seed: rejects SEED for lesson 8; a scenario has its seed in the file.
refuse_seed() {
  [ -z "${SEED:-}" ] || fail 2 "SEED=$SEED: a check of lesson 8 has no random values" \
    "leave SEED out; a scenario has a seed in its file, such as seed: 42"
}

# choose_program: sets $program to the file that the attendee has changed: the one in the language IN, or the one that was
# changed last.
choose_program() {
  [ "$LESSON" != 8 ] || {
    refuse_language
    refuse_seed
  }
  case ${IN:-} in
    '') of_language='*' ;;
    java | Java) of_language='*.java' ;;
    python | Python) of_language='*.py' ;;
    *) fail 2 "IN=$IN is neither java nor python" "such as: make check LESSON=$LESSON IN=python" ;;
  esac
  [ "$LESSON" != 8 ] || of_language='*.yaml' # make try runs the test there
  program=''
  for file in "$skeletons"/*; do
    name=${file##*/}
    # shellcheck disable=SC2254 # a pattern
    case $name in $of_language) ;; *) continue ;; esac
    [ -e "$folder/$name" ] || continue
    ! cmp -s "$file" "$folder/$name" || continue
    [ -n "$program" ] || program=$name
    [ -z "$(find "$folder/$name" -newer "$folder/$program")" ] || program=$name
  done
  [ -n "$program" ] ||
    fail 1 "nothing is changed yet in $folder" "read the task at the top of: $(echo "$folder"/*)"
}

# let_program_be_read: makes root's files readable, as root's programs run as another user.
let_program_be_read() {
  [ "$(id -u)" != 0 ] || chmod a+rx "$folder"
  [ "$(id -u)" != 0 ] || chmod a+r "$folder/$program"
}

# runner_of PROGRAM: prints the command that runs it.
runner_of() {
  case $1 in *.py) echo python3 ;; *) echo java ;; esac
}

# confined NAME NETWORK OPTION...: docker run for an attendee's program, with the attendee's folder, read-only. It runs as
# the attendee, who may be the only one to read the files, but never as root.
confined() {
  confined_name=$1 confined_network=$2
  shift 2
  user=$(id -u):$(id -g) absolute=$(cd "$folder" && pwd)
  [ "$(id -u)" != 0 ] || user=65532:65532
  hardened run program "$confined_network" $most_memory --name "$confined_name" --user "$user" \
    --cpus 1 --cpu-shares 512 --ulimit nofile=256 --dns 0.0.0.0 \
    --mount "type=bind,source=$absolute,target=/mine,readonly" --workdir /mine "$@"
}
