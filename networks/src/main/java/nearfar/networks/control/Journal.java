package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.FlappingSchedule;

/**
 * Logs what happens to the link, one JSON object a line. Between {@code changing} or {@code lost}
 * and the next {@code changed} or {@code restored} the link is undefined: leave measurements from
 * that time out.
 */
final class Journal {
  private final PrintStream out;

  Journal(PrintStream out) {
    this.out = out;
  }

  void forgotten(String reason) {
    JsonObject event = event("forgotten");
    event.addProperty("why", reason);
    print(event);
  }

  void guarding(DesiredState desired) {
    write(event("guarding"), desired);
  }

  void changing(DesiredState was, DesiredState to) {
    JsonObject event = event("changing");
    event.addProperty("was", was.summary());
    event.addProperty("to", to.summary());
    print(event);
  }

  void lost(String reason) {
    JsonObject event = event("lost");
    event.addProperty("why", reason);
    print(event);
  }

  void changed(DesiredState desired, long beganNanos) {
    JsonObject event = event("changed");
    event.addProperty("began_ns", beganNanos);
    write(event, desired);
  }

  void restored(DesiredState desired, long beganNanos) {
    JsonObject event = event("restored");
    event.addProperty("began_ns", beganNanos);
    write(event, desired);
  }

  /**
   * A flapping link went down or came up.
   *
   * @param turn counts from 1
   * @param planned when it was due, from the moment of the change
   */
  void flapped(int turn, Duration planned, DesiredState desired) {
    JsonObject event = event("flapped");
    event.addProperty("turn", turn);
    event.addProperty("to", FlappingSchedule.isUpAfter(turn) ? "up" : "refused");
    event.addProperty("planned_ns", planned.toNanos());
    event.addProperty("since_ns", desired.sinceNanos());
    print(event);
  }

  private void write(JsonObject event, DesiredState desired) {
    event.addProperty("link", desired.link().name());
    desired.faults().closing().ifPresent(fault -> event.addProperty("state", fault.word()));
    if (!desired.faults().all().isEmpty()) {
      event.addProperty("faults", desired.faults().toString());
    }
    desired
        .faults()
        .find(Flapping.class)
        .ifPresent(flapping -> event.addProperty("seed", flapping.seed()));
    event.addProperty("words", LinkText.of(desired.link()));
    event.addProperty("summary", desired.summary());
    event.addProperty("since_ns", desired.sinceNanos());
    event.addProperty("since", desired.since().toString());
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
