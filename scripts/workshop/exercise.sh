#!/bin/sh
# Hands out an exercise of the workshop: copies its skeletons, in Java and in Python, to the attendee's folder. Keeps
# existing files.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib/lib.sh
. scripts/workshop/workshop.sh

choose_lesson
hand_out
enough="; one of them is enough"
[ "$LESSON" != 8 ] || enough=''
if [ -n "$handed_out" ]; then
  line exercise "$LESSON: $folder has $handed_out, each with the task at its top$enough"
else
  line exercise "$LESSON: $folder has all files already, and they are kept"
fi
line next "change it, then: make check LESSON=$LESSON"
