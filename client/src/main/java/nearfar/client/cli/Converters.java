package nearfar.client.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nearfar.client.Durations;
import nearfar.client.Limits;
import nearfar.client.Payload;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; each names the value it refuses and what it would take. */
final class Converters {

  private Converters() {}

  /** A duration from 1 ms to 24 h. */
  static final class InRange implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      Duration duration;
      try {
        duration = Durations.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
      if (duration.compareTo(Limits.SHORTEST) < 0 || duration.compareTo(Limits.LONGEST) > 0) {
        throw new TypeConversionException("\"" + value + "\" is not from 1ms to 24h");
      }
      return duration;
    }
  }

  /** A whole number of at least 1. */
  static final class AtLeastOne implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      if (!value.matches("0*[1-9]\\d{0,17}")) {
        throw new TypeConversionException("\"" + value + "\" is not a whole number from 1");
      }
      return Long.valueOf(value);
    }
  }

  /** A TCP port that one can connect to. */
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("\\d{1,5}")
          || Integer.parseInt(value) < 1
          || Integer.parseInt(value) > 65_535) {
        throw new TypeConversionException("\"" + value + "\" is not a port from 1 to 65535");
      }
      return Integer.valueOf(value);
    }
  }

  /** Bytes as people type them. */
  static final class Text implements ITypeConverter<Payload> {
    @Override
    public Payload convert(String value) {
      try {
        return Payload.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A flag, which from a variable may come as a number. */
  static final class YesOrNo implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String value) {
      return switch (value) {
        case "1", "true", "yes" -> true;
        case "0", "false", "no" -> false;
        default -> throw new TypeConversionException("\"" + value + "\" is neither 1 nor 0");
      };
    }
  }

  /** A number of bytes, plain or as {@code 16KiB} or {@code 64MiB}. */
  static final class Bytes implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(KiB|MiB|)");

    @Override
    public Long convert(String value) {
      Matcher form = FORM.matcher(value);
      if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
        throw new TypeConversionException(
            "\"" + value + "\" is not a length from 1 on, such as 65536, 64KiB or 64MiB");
      }
      int shift = form.group(2).isEmpty() ? 0 : form.group(2).equals("KiB") ? 10 : 20;
      return Long.parseLong(form.group(1)) << shift;
    }
  }
}
