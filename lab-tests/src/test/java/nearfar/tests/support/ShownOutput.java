package nearfar.tests.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The output that a page shows below a command, with a tolerance for each number in it. Next to the
 * block is a comment such as {@code <!-- 3.4: 1..30 | 0.2 0.3: 0..5 | 42930: any -->}: the numbers
 * as shown, then the allowed range. A number that the comment does not name has to be equal.
 *
 * <p>Lines have to occur in the order shown, with any others between them; a run of blanks counts
 * as one. A line that ends in {@code …} may be longer. {@code loose: ACK} excludes lines with this
 * word from the comparison. {@code aside: 1 x reset,} allows these words, with any number, in a
 * line that is shown without them.
 *
 * @param lines the lines shown, without the loose ones
 * @param tolerances by number
 * @param asides words that are ignored in the output
 */
public record ShownOutput(List<String> lines, Map<String, Range> tolerances, List<Pattern> asides) {

  /** Differences below this are noise on a shared machine, in milliseconds. */
  private static final double NOISE = 60;

  private static final String MORE = "…";
  private static final double ORDER_OF_MAGNITUDE = 10;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");

  /** A range that includes both ends. */
  public record Range(double least, double most) {
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public boolean isAny() {
      return Double.isInfinite(most);
    }

    public boolean holds(String number) {
      return isAny() || (Double.parseDouble(number) >= least && Double.parseDouble(number) <= most);
    }

    @Override
    public String toString() {
      return least + ".." + most;
    }
  }

  /**
   * Checks that each tolerance fits its number: it contains the number shown, and stays within a
   * factor of ten of it.
   *
   * @throws IllegalArgumentException naming the number
   */
  public ShownOutput {
    tolerances.forEach(ShownOutput::check);
    for (String number : tolerances.keySet()) {
      if (lines.stream().noneMatch(line -> numbers(line).contains(number))) {
        throw new IllegalArgumentException("a tolerance for " + number + ", which is not shown");
      }
    }
  }

  private static void check(String number, Range range) {
    if (!range.holds(number)) {
      throw new IllegalArgumentException(number + " is shown, and is not within " + range);
    }
    if (range.isAny() || range.most() <= NOISE) {
      return;
    }
    double shown = Double.parseDouble(number);
    if (range.most() > shown * ORDER_OF_MAGNITUDE || range.least() < shown / ORDER_OF_MAGNITUDE) {
      throw new IllegalArgumentException(
          range + " for " + number + " would let an order of magnitude pass");
    }
  }

  /**
   * Reads the tolerances of a block.
   *
   * @param comment the text between {@code <!--} and {@code -->}; may be empty
   */
  public static ShownOutput of(List<String> lines, String comment) {
    Map<String, Range> tolerances = new HashMap<>();
    List<String> firm = new ArrayList<>(lines);
    List<Pattern> asides = new ArrayList<>();
    for (String entry : comment.isBlank() ? new String[0] : comment.split("\\|", -1)) {
      String[] parts = entry.strip().split(":\\s*", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("no tolerance: " + entry);
      }
      if (parts[0].equals("loose")) {
        firm.removeIf(line -> line.contains(parts[1].strip()));
        continue;
      }
      if (parts[0].equals("aside")) {
        asides.add(Pattern.compile(anyNumber(parts[1].strip()) + " *"));
        continue;
      }
      for (String number : parts[0].split("\\s+", -1)) {
        tolerances.put(number, range(parts[1].strip()));
      }
    }
    return new ShownOutput(List.copyOf(firm), tolerances, asides);
  }

  private static String anyNumber(String text) {
    return NUMBER
        .splitAsStream(text)
        .map(Pattern::quote)
        .collect(Collectors.joining(NUMBER.pattern()));
  }

  private static Range range(String text) {
    if (text.equals("any")) {
      return Range.ANY;
    }
    String[] ends = text.split("\\.\\.", -1);
    return new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
  }

  /** Compares with the actual output; returns the differences, empty if there are none. */
  public List<String> differencesFrom(List<String> said) {
    List<String> differences = new ArrayList<>();
    List<String> rest = said.stream().map(this::withoutAsides).toList();
    for (String line : lines) {
      int at = 0;
      String difference = "not said: " + line.strip();
      while (at < rest.size() && !difference.isEmpty()) {
        difference = difference(line, rest.get(at), difference);
        at++;
      }
      if (difference.isEmpty()) {
        rest = rest.subList(at, rest.size());
      } else {
        differences.add(difference);
      }
    }
    return differences;
  }

  private String withoutAsides(String line) {
    String rest = line;
    for (Pattern aside : asides) {
      rest = aside.matcher(rest).replaceAll("");
    }
    return rest;
  }

  /** Returns the differences in this line, or the earlier ones if it is a different line. */
  private String difference(String shown, String said, String before) {
    Matcher matcher = asPattern(shown).matcher(said.strip());
    if (!matcher.matches()) {
      return before;
    }
    int group = 0;
    for (String number : numbers(shown)) {
      Range range = tolerances.get(number);
      if (range != null && !range.holds(matcher.group(++group))) {
        return "%s, where %s is shown, is not within %s: %s"
            .formatted(matcher.group(group), number, range, said.strip());
      }
    }
    return "";
  }

  private Pattern asPattern(String shown) {
    StringBuilder pattern = new StringBuilder();
    Matcher numbers = NUMBER.matcher(shown.strip());
    int end = 0;
    while (numbers.find()) {
      pattern.append(quoted(shown.strip().substring(end, numbers.start())));
      boolean tolerated = tolerances.containsKey(numbers.group());
      pattern.append(tolerated ? "(" + NUMBER + ")" : Pattern.quote(numbers.group()));
      end = numbers.end();
    }
    String rest = shown.strip().substring(end);
    boolean open = rest.endsWith(MORE);
    pattern.append(quoted(open ? rest.substring(0, rest.length() - MORE.length()) : rest));
    return Pattern.compile(pattern + (open ? ".*" : ""));
  }

  /** The widths of columns depend on their values. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (String word : text.split("(?<= )(?=[^ ])|(?<=[^ ])(?= )", -1)) {
      quoted.append(word.isBlank() && !word.isEmpty() ? "\\s+" : Pattern.quote(word));
    }
    return quoted.toString();
  }

  private static List<String> numbers(String line) {
    return NUMBER.matcher(line.strip()).results().map(result -> result.group()).toList();
  }
}
