# Writes the page from the samples. Reads bench/metrics, then the records of the bench.
BEGIN { FS = "|" }

$1 == "metric" { order[++metrics] = $2; unit[$2] = $3; decimals[$2] = $4; title[$2] = $5 }
$1 == "subject" { rows[$2] = rows[$2] " " $3; label[$2, $3] = $4 }
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

# The median of the samples of each round.
function by_round(metric, subject, into,   i, n, r, last, list) {
  for (r in into) delete into[r]
  last = 0
  for (i = 1; i <= count[metric, subject]; i++) if (rounds[metric, subject, i] + 0 > last) last = rounds[metric, subject, i] + 0
  for (r = 1; r <= last; r++) {
    n = 0
    for (i = 1; i <= count[metric, subject]; i++) if (rounds[metric, subject, i] == r) list[++n] = values[metric, subject, i] + 0
    if (n == 0) continue
    sort(list, n)
    into[r] = median(list, n)
  }
  return last
}

function all_of(metric, subject, into,   i) {
  for (i = 1; i <= count[metric, subject]; i++) into[i] = values[metric, subject, i] + 0
  sort(into, count[metric, subject])
  return count[metric, subject]
}

# Prints whether a value reaches its goal, and keeps those that do not.
function verdict(metric, wanted, value, printed, what,   part) {
  if (wanted == "") return ""
  split(wanted, part, " ")
  if ((part[1] == ">=" && value >= part[2] + 0) || (part[1] == "<=" && value <= part[2] + 0)) return "reached"
  shortfalls = shortfalls "- " title[metric] ", " what ": " printed ", and the goal is " wanted "\n"
  return "**short**"
}

function shown(wanted) {
  sub(/^>=/, "≥", wanted)
  sub(/^<=/, "≤", wanted)
  return wanted
}

function row(metric, subject,   list, n, own, theirs, last, r, ratios, m, format, value, wanted) {
  n = all_of(metric, subject, list)
  format = "%." decimals[metric] "f"
  if (n == 0) {
    printf "| %s | – | | | | | |\n", label[metric, subject]
    return
  }
  value = median(list, n)
  printf "| %s | " format " | " format " – " format, label[metric, subject], value, list[1], list[n]
  if (subject == "ours") {
    wanted = goal[metric, "ours", "value"]
    if ((metric, "ours", "most") in goal) { wanted = goal[metric, "ours", "most"]; value = list[n] }
    printf " | | | %s | %s |\n", (wanted == "" ? "" : shown(wanted) " " unit[metric]), verdict(metric, wanted, value, sprintf(format, value), "ours")
    return
  }
  last = by_round(metric, "ours", own)
  by_round(metric, subject, theirs)
  m = 0
  for (r = 1; r <= last; r++) if ((r in own) && (r in theirs) && theirs[r] != 0) ratios[++m] = own[r] / theirs[r]
  wanted = goal[metric, subject, "ratio"]
  if (m == 0) {
    printf " | – | | %s | |\n", shown(wanted)
    return
  }
  sort(ratios, m)
  value = median(ratios, m)
  printf " | %.2f | %.2f – %.2f | %s | %s |\n", value, ratios[1], ratios[m], shown(wanted), verdict(metric, wanted, value, sprintf("%.3f", value), "ours / " label[metric, subject])
}

END {
  for (i = 1; i <= metrics; i++) {
    metric = order[i]
    if (!((metric, "ours") in count)) continue
    n = split(substr(rows[metric], 2), subject, " ")
    printf "\n## %s\n\n", title[metric]
    printf "| %s | median | lowest – highest | ours / this | its spread | goal | |\n", unit[metric]
    print "|---|---|---|---|---|---|---|"
    for (j = 1; j <= n; j++) row(metric, subject[j])
    if (metric in notes) printf "\n%s", notes[metric]
  }
  print "\n## Short of the goal\n"
  printf "%s", shortfalls == "" ? "None.\n" : shortfalls
}
