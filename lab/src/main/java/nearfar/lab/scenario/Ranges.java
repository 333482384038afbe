package nearfar.lab.scenario;

import java.util.function.ToDoubleFunction;
import nearfar.networks.link.Durations;

/** Ranges as people write them: {@code 20ms..40ms}, {@code ..5%}, {@code 10B..}, {@code 0%}. */
final class Ranges {
  private static final String DOTS = "..";

  private Ranges() {}

  /** A range of times, in milliseconds. */
  static Range millis(String text) {
    if (!text.contains(DOTS)) {
      throw new IllegalArgumentException(
          "no time is ever exactly '%s': write %s.. for at least, ..%s for at most, or two bounds"
              .formatted(text, text, text));
    }
    return range(text, Double.POSITIVE_INFINITY, end -> Durations.parse(end).toNanos() / 1e6);
  }

  /** A range of shares, in percent. */
  static Range percent(String text) {
    Range range = range(text, 100, end -> Double.parseDouble(end.substring(0, end.length() - 1)));
    if (range.most() > 100) {
      throw new IllegalArgumentException("'%s' is more than 100%%".formatted(text));
    }
    return range;
  }

  /** A range of numbers of bytes. */
  static Range bytes(String text) {
    return range(text, Double.POSITIVE_INFINITY, Ranges::size);
  }

  /** A number of bytes; 1 kB is 1000 bytes. */
  static long size(String text) {
    boolean thousands = text.endsWith("kB");
    String number = text.replaceFirst("k?B$", "");
    return Long.parseLong(number) * (thousands ? 1000 : 1);
  }

  private static Range range(String text, double open, ToDoubleFunction<String> end) {
    int dots = text.indexOf(DOTS);
    String least = dots < 0 ? text : text.substring(0, dots);
    String most = dots < 0 ? text : text.substring(dots + DOTS.length());
    double from = least.isEmpty() ? 0 : end.applyAsDouble(least);
    double to = most.isEmpty() ? open : end.applyAsDouble(most);
    if (from > to) {
      throw new IllegalArgumentException(
          "'%s' is an empty range: write the smaller one first".formatted(text));
    }
    return new Range(from, to);
  }
}
