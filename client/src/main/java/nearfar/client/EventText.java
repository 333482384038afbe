package nearfar.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats events as text, one line each, for a watch and for the log of a lab. */
public final class EventText {

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private EventText() {}

  /** The time of day in this process's time zone, to the millisecond. */
  public static String time(Instant time) {
    return TIME_OF_DAY.format(time);
  }

  public static String watching(String host, long port, Duration interval) {
    return "watching  %s port %s every %s".formatted(host, port, Durations.print(interval));
  }

  public static String greeted(long connectNanos, long greetingNanos) {
    return "greeted   connect %s  greeting %s"
        .formatted(Millis.text(connectNanos), Millis.text(greetingNanos));
  }

  public static String failed(String reason) {
    return "failed    " + reason;
  }
}
