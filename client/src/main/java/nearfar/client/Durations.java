package nearfar.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 1.5s}, {@code 2m}, {@code 1h}. */
public final class Durations {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|)");

  private Durations() {}

  /**
   * Reads a duration, down to the nanosecond.
   *
   * @throws IllegalArgumentException if it is not one; the message quotes it and says what is
   */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a duration; write 500ms, 1.5s or 2m");
    }
    long nanosInUnit =
        switch (form.group(2)) {
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default ->
              throw new IllegalArgumentException(
                  "\"%s\" has no unit; write it with one, such as 500ms or 2s"
                      .formatted(text.strip()));
        };
    try {
      return Duration.ofNanos(times(form.group(1), nanosInUnit));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("\"" + text + "\" is longer than a lifetime", e);
    }
  }

  /** Rounds down. Loads what decimals take only for a number that has some. */
  private static long times(String number, long unit) {
    return number.contains(".")
        ? new BigDecimal(number)
            .multiply(BigDecimal.valueOf(unit))
            .setScale(0, RoundingMode.DOWN)
            .longValueExact()
        : Math.multiplyExact(Long.parseLong(number), unit);
  }

  /** The shortest form that {@link #parse} reads back, to the millisecond. */
  public static String print(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
