package nearfar.server;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nearfar.commandline.DurationText;
import org.jspecify.annotations.Nullable;

/** Times and sizes as people write them: {@code 500ms}, {@code 1.5s}, {@code 64MiB}. */
final class Quantity {

  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)([A-Za-z]*)");

  private static final Map<String, Long> BYTES =
      Map.of(
          "",
          1L,
          "B",
          1L,
          "kB",
          1_000L,
          "KB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30);

  private Quantity() {}

  /** The time that the text says, or null if it says none. */
  static @Nullable Duration time(String text) {
    try {
      return DurationText.read(text);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** The number of bytes that the text says, or null if it says none. A bare number is bytes. */
  static @Nullable Long bytes(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    if (!matcher.matches() || text.length() > 20) {
      return null;
    }
    Long unit = BYTES.get(matcher.group(2));
    if (unit == null) {
      return null;
    }
    try {
      return times(matcher.group(1), unit);
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** Loads what decimals take only for a number that has some. */
  private static long times(String number, long unit) {
    return number.contains(".")
        ? new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).longValueExact()
        : Math.multiplyExact(Long.parseLong(number), unit);
  }
}
