# The checker's verdict on the runs of a program. Sourced, after lib.sh, lab.sh and workshop.sh, with $logs and $seed.
# shellcheck shell=sh disable=SC2154 # shared with the sourcing script

checker_image=nearfar/checker:local

checker() {
  in_image $checker_image "$@"
}

# record NUMBER HOW: writes down a run for the checker: how it ended, its output, and what the other end received.
record() {
  : >>"$logs/received-$1"
  echo "$2 $(($(wc -c <"$logs/out-$1"))) $(($(wc -c <"$logs/err-$1"))) $(($(wc -c <"$logs/received-$1")))" >"$logs/run-$1"
  cat "$logs/out-$1" "$logs/err-$1" "$logs/received-$1" >>"$logs/run-$1"
}

# give_verdict: prints it, and keeps the finding for the next time.
give_verdict() {
  last=$(cat "$folder/.hints" 2>/dev/null || :) status=0
  cat "$logs"/run-* | checker verdict --seed "$seed" --program "$program" --last "$last" "$LESSON" \
    >"$logs/verdict" 2>"$logs/wrong" || status=$?
  case $status in
    0)
      rm -f "$folder/.hints"
      line passed "$(verdict passed) runs, $folder/$program"
      ;;
    1)
      verdict last >"$folder/.hints"
      printf '  ✘ %s\n' "$(verdict saw)"
      line hint "$(verdict step): $(verdict hint)"
      ;;
    *) fail 1 "the check failed: $(tail -n 1 "$logs/wrong")" "try again" ;;
  esac
  return "$status"
}

# verdict FIELD: prints that field of the verdict.
verdict() {
  sed -n "s/^$1	//p" "$logs/verdict" | printable # it quotes the program's output
}
