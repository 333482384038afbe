package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.FlappingSchedule;

/**
 * Tells what happens to the link, one JSON object a line. Between {@code changing} or {@code lost}
 * and the next {@code changed} or {@code restored} a link is neither the old nor the new one; what
 * was under way then belongs to neither's figures.
 */
final class Journal {
  private final PrintStream out;

  Journal(PrintStream out) {
    this.out = out;
  }

  void forgotten(String why) {
    JsonObject event = event("forgotten");
    event.addProperty("why", why);
    print(event);
  }

  void guarding(DesiredState asked) {
    write(event("guarding"), asked);
  }

  void changing(DesiredState was, DesiredState to) {
    JsonObject event = event("changing");
    event.addProperty("was", was.summary());
    event.addProperty("to", to.summary());
    print(event);
  }

  void lost(String why) {
    JsonObject event = event("lost");
    event.addProperty("why", why);
    print(event);
  }

  void changed(DesiredState asked, long beganNanos) {
    JsonObject event = event("changed");
    event.addProperty("began_ns", beganNanos);
    write(event, asked);
  }

  void restored(DesiredState asked, long beganNanos) {
    JsonObject event = event("restored");
    event.addProperty("began_ns", beganNanos);
    write(event, asked);
  }

  /**
   * A flapping link went or came.
   *
   * @param turn counts from 1
   * @param planned when it was to, since the link was asked for
   */
  void flapped(int turn, Duration planned, DesiredState asked) {
    JsonObject event = event("flapped");
    event.addProperty("turn", turn);
    event.addProperty("to", FlappingSchedule.isUpAfter(turn) ? "up" : "refused");
    event.addProperty("planned_ns", planned.toNanos());
    event.addProperty("since_ns", asked.sinceNanos());
    print(event);
  }

  private void write(JsonObject event, DesiredState asked) {
    event.addProperty("link", asked.link().name());
    asked.faults().closing().ifPresent(fault -> event.addProperty("state", fault.word()));
    if (!asked.faults().all().isEmpty()) {
      event.addProperty("faults", asked.faults().toString());
    }
    asked
        .faults()
        .find(Flapping.class)
        .ifPresent(flapping -> event.addProperty("seed", flapping.seed()));
    event.addProperty("words", LinkText.of(asked.link()));
    event.addProperty("summary", asked.summary());
    event.addProperty("since_ns", asked.sinceNanos());
    event.addProperty("since", asked.since().toString());
    print(event);
  }

  private static JsonObject event(String name) {
    JsonObject event = new JsonObject();
    Instant now = Instant.now(); // time of day
    event.addProperty("time", now.truncatedTo(ChronoUnit.MILLIS).toString());
    event.addProperty("event", name);
    event.addProperty("at_ns", System.nanoTime());
    return event;
  }

  private synchronized void print(JsonObject event) {
    out.println(event);
    out.flush();
  }
}
