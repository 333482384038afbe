package nearfar.lab.scenario.judge;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nearfar.lab.scenario.Range;

/** Numbers and lists as text for the report. */
final class FindingText {
  private static final double NO_END = 1e15;

  private FindingText() {}

  static String and(List<String> names) {
    return list(names, " and ");
  }

  static String or(List<String> names) {
    return list(names, " or ");
  }

  private static String list(List<String> names, String beforeLast) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + beforeLast + names.get(last);
  }

  static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** With one decimal, or none for a whole number. */
  static String number(double number) {
    return number == Math.rint(number)
        ? "%d".formatted((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }

  static String range(Range range, String unit) {
    if (range.least() == range.most()) {
      return number(range.least()) + " " + unit;
    }
    if (range.most() >= NO_END) {
      return "at least %s %s".formatted(number(range.least()), unit);
    }
    return range.least() <= 0
        ? "at most %s %s".formatted(number(range.most()), unit)
        : "%s to %s %s".formatted(number(range.least()), number(range.most()), unit);
  }
}
