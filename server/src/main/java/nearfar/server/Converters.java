package nearfar.server;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How the words of the command line become values; a wrong word is named beside what is allowed.
 */
final class Converters {

  private Converters() {}

  private static TypeConversionException wrong(String value, String allowed) {
    return new TypeConversionException("'" + value + "' is not " + allowed);
  }

  abstract static class WholeNumber implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    WholeNumber(int least, int most) {
      this.least = least;
      this.most = most;
    }

    @Override
    public Integer convert(String value) {
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, with the numbers that are out of range.
      }
      throw wrong(value, "a whole number from " + least + " to " + most);
    }
  }

  static final class Port extends WholeNumber {
    Port() {
      super(0, ServerOptions.MAX_PORT);
    }
  }

  static final class Backlog extends WholeNumber {
    Backlog() {
      super(1, ServerOptions.MAX_BACKLOG);
    }
  }

  static final class Connections extends WholeNumber {
    Connections() {
      super(1, ServerOptions.MAX_CONNECTIONS);
    }
  }

  static final class Bytes implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      Long bytes = Quantity.bytes(value);
      if (bytes == null || bytes > ServerOptions.MAX_DRAIN_BYTES) {
        throw wrong(value, "a number of bytes such as 65536, 512KiB or 64MiB, up to 1024GiB");
      }
      return bytes;
    }
  }

  abstract static class Span implements ITypeConverter<Duration> {
    private final Duration least;
    private final String range;

    Span(Duration least, String range) {
      this.least = least;
      this.range = range;
    }

    @Override
    public Duration convert(String value) {
      Duration time = Quantity.time(value);
      if (time == null || time.compareTo(least) < 0 || time.compareTo(ServerOptions.MAX_TIME) > 0) {
        throw wrong(value, "a time with its unit, such as 500ms, 1.5s or 2m, from " + range);
      }
      return time;
    }
  }

  static final class Time extends Span {
    Time() {
      super(Duration.ZERO, "0ms to 60m");
    }
  }

  static final class PositiveTime extends Span {
    PositiveTime() {
      super(ServerOptions.MIN_STALL_TIME, "1ms to 60m");
    }
  }

  static final class Format implements ITypeConverter<LogFormat> {
    @Override
    public LogFormat convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "text" -> LogFormat.TEXT;
        case "json" -> LogFormat.JSON;
        default -> throw wrong(value, "text or json");
      };
    }
  }

  static final class Host implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (value.isBlank()) {
        throw wrong(value, "a host name or an address");
      }
      return value;
    }
  }

  static final class Greeting implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      // In the locale C, Java cannot read the words it is given beyond ASCII.
      if (value.indexOf('\uFFFD') >= 0) {
        throw wrong(value, "readable in this locale: set LC_ALL=C.UTF-8");
      }
      return value;
    }
  }
}
