# What the judge says of what was seen. Sourced, after lib.sh, lab.sh and workshop.sh, with $logs and $seed.
# shellcheck shell=sh disable=SC2154 # shared with the sourcing script

checker_image=nearfar/checker:local

judge() {
  in_image $checker_image "$@"
}

# record NUMBER HOW: what was seen of a run, for the judge.
record() {
  : >>"$logs/heard-$1"
  echo "$2 $(($(wc -c <"$logs/out-$1"))) $(($(wc -c <"$logs/err-$1"))) $(($(wc -c <"$logs/heard-$1")))" >"$logs/run-$1"
  cat "$logs/out-$1" "$logs/err-$1" "$logs/heard-$1" >>"$logs/run-$1"
}

# give_verdict: says it, and remembers what was found for the next time.
give_verdict() {
  asked=$(cat "$folder/.hints" 2>/dev/null || :) status=0
  cat "$logs"/run-* | judge verdict --seed "$seed" --program "$program" --asked "$asked" "$LESSON" \
    >"$logs/verdict" 2>"$logs/wrong" || status=$?
  case $status in
    0)
      rm -f "$folder/.hints"
      line passed "$(verdict passed) runs, $folder/$program"
      ;;
    1)
      verdict asked >"$folder/.hints"
      printf '  ✘ %s\n' "$(verdict saw)"
      line hint "$(verdict step): $(verdict hint)"
      ;;
    *) fail 1 "the judge could not judge: $(tail -n 1 "$logs/wrong")" "try again" ;;
  esac
  return "$status"
}

# verdict WORD: what the judge has said under it.
verdict() {
  sed -n "s/^$1	//p" "$logs/verdict"
}
