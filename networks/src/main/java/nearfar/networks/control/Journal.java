package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

  void guarding(Asked asked) {
    write(event("guarding"), asked);
  }

  void changing(Asked was, Asked to) {
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

  void changed(Asked asked, long beganNanos) {
    JsonObject event = event("changed");
    event.addProperty("began_ns", beganNanos);
    write(event, asked);
  }

  void restored(Asked asked, long beganNanos) {
    JsonObject event = event("restored");
    event.addProperty("began_ns", beganNanos);
    write(event, asked);
  }

  private void write(JsonObject event, Asked asked) {
    event.addProperty("link", asked.link().name());
    if (asked.state() != State.UP) {
      event.addProperty("state", asked.state().word());
    }
    event.addProperty("summary", asked.summary());
    event.addProperty("since_ns", asked.sinceNanos());
    event.addProperty("since", asked.since().toString());
    print(event);
  }

  private static JsonObject event(String name) {
    JsonObject event = new JsonObject();
    event.addProperty("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    event.addProperty("event", name);
    event.addProperty("at_ns", System.nanoTime());
    return event;
  }

  private synchronized void print(JsonObject event) {
    out.println(event);
    out.flush();
  }
}
