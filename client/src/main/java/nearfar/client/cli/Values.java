package nearfar.client.cli;

import java.time.Duration;
import nearfar.client.Durations;
import nearfar.client.Limits;
import nearfar.client.openloop.OpenLoopPlan;
import nearfar.common.units.ByteText;

/** Parses option values; each error quotes the rejected text and names the valid values. */
final class Values {

  private Values() {}

  /** A duration from 1 ms to 24 h. */
  static Duration duration(String text) {
    Duration duration = Durations.parse(text);
    if (duration.compareTo(Limits.SHORTEST) < 0 || duration.compareTo(Limits.LONGEST) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not from 1ms to 24h");
    }
    return duration;
  }

  /** A whole number of at least 1. */
  static Long atLeastOne(String text) {
    if (!text.matches("0*[1-9]\\d{0,17}")) {
      throw new IllegalArgumentException("\"" + text + "\" is not a whole number from 1");
    }
    return Long.valueOf(text);
  }

  /** The number of clients of a load. */
  static Integer clients(String text) {
    if (!text.matches("0*[1-9]\\d{0,4}") || Integer.parseInt(text) > OpenLoopPlan.MAX_CLIENTS) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a whole number from 1 to " + OpenLoopPlan.MAX_CLIENTS);
    }
    return Integer.valueOf(text);
  }

  /** Greetings per second, with or without decimals. */
  static Double rate(String text) {
    if (text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      double rate = Double.parseDouble(text);
      if (rate > 0 && rate <= OpenLoopPlan.MAX_RATE) {
        return rate;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is not a number above 0 and up to %d, such as 500 or 0.5"
            .formatted(text, OpenLoopPlan.MAX_RATE));
  }

  /** The duration of a load. */
  static Duration lasting(String text) {
    Duration duration = duration(text);
    if (duration.compareTo(OpenLoopPlan.MAX_DURATION) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not from 1ms to 1h");
    }
    return duration;
  }

  /** A number of bytes, at least 1. */
  static Long bytes(String text) {
    try {
      Long bytes = ByteText.read(text);
      if (bytes != null && bytes > 0) {
        return bytes;
      }
    } catch (ArithmeticException e) {
      // Reported below, like every other invalid value.
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not a length from 1 on, such as 65536, 64KiB or 1.5MB");
  }
}
