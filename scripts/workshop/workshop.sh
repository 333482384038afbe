# The exercises of the workshop: which one, whose program, and how that is run where it can do no harm. Sourced, after
# lib.sh and image-state.sh.
# shellcheck shell=sh disable=SC2034,SC2154 # shared with the sourcing script

. scripts/lab/attendee.sh

most_memory=256m

# choose_lesson: sets $skeletons, what is handed out, and $folder, where the attendee has it.
choose_lesson() {
  case ${LESSON:-} in
    [1-9]) skeletons=workshop/exercises/$LESSON ;;
    *) skeletons=none ;;
  esac
  [ -d "$skeletons" ] || fail 2 "LESSON=${LESSON:-} is no lesson with an exercise" \
    "there are: $(cd workshop/exercises && echo [1-9])"
  folder=${MINE:-mine${AS:+/$AS}}/$LESSON
}

# hand_out: copies what the attendee has not yet, and never over what is there. Sets $handed_out to the names.
hand_out() {
  handed_out=''
  mkdir -p "$folder" || fail 1 "the folder $folder cannot be made" "run this where you may write"
  for file in "$skeletons"/*; do
    [ ! -e "$folder/${file##*/}" ] || continue
    cp "$file" "$folder/"
    chmod a+r "$folder/${file##*/}"
    handed_out="${handed_out:+$handed_out }${file##*/}"
  done
}

# refuse_language: lesson 8 has none to choose, whatever the value.
refuse_language() {
  [ -z "${IN:-}" ] || fail 2 "IN=$IN: lesson 8 has its files in no other language" "leave IN out"
}

# refuse_seed: what a scenario draws has its seed in the scenario.
refuse_seed() {
  [ -z "${SEED:-}" ] || fail 2 "SEED=$SEED: a check of lesson 8 draws nothing" \
    "leave SEED out; a scenario has its own in the file, such as seed: 42"
}

# choose_program: sets $program to the file that the attendee has changed; of two, the one that was changed last, or
# the one in the language IN.
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
  [ "$LESSON" != 8 ] || of_language='*.yaml' # beside which there is a test that judges by itself
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
    fail 1 "in $folder nothing is changed yet" "the task stands at the top of: $(echo "$folder"/*)"
}

# show_nobody: what root keeps for itself, the program of root's, which runs as nobody in particular, could not read.
show_nobody() {
  [ "$(id -u)" != 0 ] || chmod a+rx "$folder"
  [ "$(id -u)" != 0 ] || chmod a+r "$folder/$program"
}

# runner_of PROGRAM: what runs it.
runner_of() {
  case $1 in *.py) echo python3 ;; *) echo java ;; esac
}

# confined NAME NETWORK OPTION...: a container for a program that nobody here knows, with the attendee's folder, which it
# can only read. As the attendee, who may have kept the files for themselves; never as root.
confined() {
  confined_name=$1 confined_network=$2
  shift 2
  user=$(id -u):$(id -g) absolute=$(cd "$folder" && pwd)
  [ "$(id -u)" != 0 ] || user=65532:65532
  docker run --name "$confined_name" --network "$confined_network" --label "nearfar.lab=$LAB" \
    --label nearfar.helper=program --label "nearfar.owner=${NEARFAR_OWNER:-}" --user "$user" --read-only \
    --cap-drop ALL --security-opt no-new-privileges --memory $most_memory --memory-swap $most_memory --pids-limit 100 \
    --cpus 1 --cpu-shares 512 --ulimit nofile=256 --dns 0.0.0.0 \
    --mount "type=bind,source=$absolute,target=/mine,readonly" --workdir /mine "$@"
}
