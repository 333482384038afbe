# Makes the page of the samples. Reads bench/figures, then what the bench recorded.
BEGIN { FS = "|" }

$1 == "figure" { order[++figures] = $2; unit[$2] = $3; decimals[$2] = $4; title[$2] = $5 }
$1 == "who" { rows[$2] = rows[$2] " " $3; label[$2, $3] = $4 }
$1 == "goal" { goal[$2, $3, $4] = $5 " " $6 }
$1 == "note" { notes[$2] = notes[$2] "- " $3 "\n" }
$1 == "sample" && $5 != "" {
  values[$2, $3, ++count[$2, $3]] = $5
  rounds[$2, $3, count[$2, $3]] = $4
}

function sort(list, n,   i, j, value) {
  for (i = 2; i <= n; i++) {
    value = list[i]
    for (j = i - 1; j >= 1 && list[j] > value; j--) list[j + 1] = list[j]
    list[j + 1] = value
  }
}

function median(list, n) {
  return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}

# The samples of one round as their median, by round.
function by_round(figure, who, into,   i, n, r, last, list) {
  for (r in into) delete into[r]
  last = 0
  for (i = 1; i <= count[figure, who]; i++) if (rounds[figure, who, i] + 0 > last) last = rounds[figure, who, i] + 0
  for (r = 1; r <= last; r++) {
    n = 0
    for (i = 1; i <= count[figure, who]; i++) if (rounds[figure, who, i] == r) list[++n] = values[figure, who, i] + 0
    if (n == 0) continue
    sort(list, n)
    into[r] = median(list, n)
  }
  return last
}

function all_of(figure, who, into,   i) {
  for (i = 1; i <= count[figure, who]; i++) into[i] = values[figure, who, i] + 0
  sort(into, count[figure, who])
  return count[figure, who]
}

# Whether a figure is as it should be, in a word; remembers which are not.
function verdict(figure, asked, value, told, what,   part) {
  if (asked == "") return ""
  split(asked, part, " ")
  if ((part[1] == ">=" && value >= part[2] + 0) || (part[1] == "<=" && value <= part[2] + 0)) return "reached"
  shortfalls = shortfalls "- " title[figure] ", " what ": " told " where " asked " was to be reached\n"
  return "**short**"
}

function shown(asked) {
  sub(/^>=/, "≥", asked)
  sub(/^<=/, "≤", asked)
  return asked
}

function row(figure, who,   list, n, own, theirs, last, r, ratios, m, format, value, cell, asked) {
  n = all_of(figure, who, list)
  format = "%." decimals[figure] "f"
  if (n == 0) {
    printf "| %s | – | | | | | |\n", label[figure, who]
    return
  }
  value = median(list, n)
  printf "| %s | " format " | " format " – " format, label[figure, who], value, list[1], list[n]
  if (who == "ours") {
    asked = goal[figure, "ours", "value"]
    if ((figure, "ours", "most") in goal) { asked = goal[figure, "ours", "most"]; value = list[n] }
    printf " | | | %s | %s |\n", (asked == "" ? "" : shown(asked) " " unit[figure]), verdict(figure, asked, value, sprintf(format, value), "ours")
    return
  }
  last = by_round(figure, "ours", own)
  by_round(figure, who, theirs)
  m = 0
  for (r = 1; r <= last; r++) if ((r in own) && (r in theirs) && theirs[r] != 0) ratios[++m] = own[r] / theirs[r]
  asked = goal[figure, who, "ratio"]
  if (m == 0) {
    printf " | – | | %s | |\n", shown(asked)
    return
  }
  sort(ratios, m)
  value = median(ratios, m)
  printf " | %.2f | %.2f – %.2f | %s | %s |\n", value, ratios[1], ratios[m], shown(asked), verdict(figure, asked, value, sprintf("%.3f", value), "ours / " label[figure, who])
}

END {
  for (i = 1; i <= figures; i++) {
    figure = order[i]
    if (!((figure, "ours") in count)) continue
    n = split(substr(rows[figure], 2), who, " ")
    printf "\n## %s\n\n", title[figure]
    printf "| %s | median | lowest – highest | ours / this | its spread | goal | |\n", unit[figure]
    print "|---|---|---|---|---|---|---|"
    for (j = 1; j <= n; j++) row(figure, who[j])
    if (figure in notes) printf "\n%s", notes[figure]
  }
  print "\n## Short of the goal\n"
  printf "%s", shortfalls == "" ? "None.\n" : shortfalls
}
