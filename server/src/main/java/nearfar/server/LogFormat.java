package nearfar.server;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** How an event is written as one line. */
enum LogFormat {
  /** For people: time, name, then {@code name=value} pairs. */
  TEXT {
    @Override
    String line(Instant time, ServerEvent event) {
      return TextLine.of(time, event);
    }
  },
  /** For programs: one JSON object with {@code time} and {@code event}, then the details. */
  JSON {
    @Override
    String line(Instant time, ServerEvent event) {
      return JsonLine.of(time, event);
    }
  };

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** The line, without its end. */
  abstract String line(Instant time, ServerEvent event);

  static String time(Instant time) {
    return MILLISECONDS.format(time);
  }

  /** In milliseconds, to the microsecond. */
  static double milliseconds(Duration value) {
    return Math.round(value.toNanos() / 1e3) / 1e3;
  }
}
