package nearfar.client;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

/** Prints one line per event, for people. */
public final class TextLog implements WatchLog {

  private final LineWriter out;
  private final Clock clock;

  public TextLog(LineWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void watching(long atNanos, GreetingClient client, Duration interval) {
    print(EventText.watching(client.host(), client.port(), interval));
  }

  @Override
  public void exchanged(Exchange exchange) {
    if (exchange instanceof Exchange.Greeted greeted) {
      print(EventText.greeted(greeted.connectTook().orElse(0), greeted.greetingTook()));
    } else if (exchange instanceof Exchange.Failed failed) {
      print(EventText.failed(failed.reason().id() + ", " + failed.detail()));
    }
  }

  @Override
  public void totals(Totals totals) {
    StringBuilder line = new StringBuilder("totals    ");
    line.append(totals.greetings()).append(" greeted, ");
    line.append(totals.failures()).append(" failed");
    if (totals.failures() > 0) {
      line.append(
          totals.reasons().entrySet().stream()
              .map(reason -> reason.getValue() + " x " + reason.getKey().id())
              .collect(Collectors.joining(", ", " (", ")")));
    }
    if (!totals.greeting().isEmpty()) {
      line.append("; connect ").append(Millis.text(totals.connect().at(50)));
      line.append(", greeting ").append(Millis.text(totals.greeting().at(50)));
      line.append(" in the median, p99 ").append(Millis.text(totals.greeting().at(99)));
      line.append(", max ").append(Millis.text(totals.greeting().at(100)));
    }
    print(line.toString());
  }

  private void print(String event) {
    out.print(EventText.time(clock.instant()) + "  " + event);
  }
}
