package nearfar.server;

import java.time.Duration;
import java.util.Locale;
import nearfar.common.units.ByteText;
import nearfar.common.units.DurationText;
import org.jspecify.annotations.Nullable;

/** How texts become values; a wrong one is named beside what is allowed. */
final class Values {

  private Values() {}

  private static IllegalArgumentException wrong(String text, String allowed) {
    return new IllegalArgumentException("'" + text + "' is not " + allowed);
  }

  private static Integer wholeNumber(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of range.
    }
    throw wrong(text, "a whole number from " + least + " to " + most);
  }

  static Integer port(String text) {
    return wholeNumber(text, 0, ServerOptions.MAX_PORT);
  }

  static Integer backlog(String text) {
    return wholeNumber(text, 1, ServerOptions.MAX_BACKLOG);
  }

  static Integer connections(String text) {
    return wholeNumber(text, 1, ServerOptions.MAX_CONNECTIONS);
  }

  static Long bytes(String text) {
    Long bytes = exactly(ByteText::read, text);
    if (bytes == null || bytes > ServerOptions.MAX_DRAIN_BYTES) {
      throw wrong(text, "a number of bytes such as 65536, 512KiB or 64MiB, up to 1024GiB");
    }
    return bytes;
  }

  static Duration time(String text) {
    return time(text, Duration.ZERO, "0ms to 60m");
  }

  static Duration positiveTime(String text) {
    return time(text, ServerOptions.MIN_STALL_TIME, "1ms to 60m");
  }

  private static Duration time(String text, Duration least, String range) {
    Duration time = exactly(DurationText::read, text);
    if (time == null || time.compareTo(least) < 0 || time.compareTo(ServerOptions.MAX_TIME) > 0) {
      throw wrong(text, "a time with its unit, such as 500ms, 1.5s or 2m, from " + range);
    }
    return time;
  }

  /** Null also for what could only be rounded. */
  private static <T> @Nullable T exactly(Reader<T> reader, String text) {
    try {
      return reader.read(text);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private interface Reader<T> {
    @Nullable T read(String text);
  }

  static LogFormat format(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> throw wrong(text, "text or json");
    };
  }

  static String host(String text) {
    if (text.isBlank()) {
      throw wrong(text, "a host name or an address");
    }
    return text;
  }

  static String greeting(String text) {
    // In the locale C, Java cannot read the words it is given beyond ASCII.
    if (text.indexOf('\uFFFD') >= 0) {
      throw wrong(text, "readable in this locale: set LC_ALL=C.UTF-8");
    }
    return text;
  }
}
