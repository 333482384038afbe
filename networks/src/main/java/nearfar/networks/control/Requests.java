package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The requests that wan-control takes: writes and handles them. */
final class Requests implements Function<JsonObject, Reply> {
  static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private static final String ORDER = "order";
  private static final String AWAIT = "await";
  private static final String SHOW = "show";
  private static final String DONE = "done";
  private static final String STARTED = "started";

  private final Reconciler reconciler;

  Requests(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  static JsonObject change(LinkSpec spec) {
    JsonObject request = request(ORDER);
    JsonObject link = new JsonObject();
    spec.toMap().forEach(link::addProperty);
    request.add("link", link);
    return request;
  }

  static JsonObject await() {
    return request(AWAIT);
  }

  static JsonObject done() {
    return request(DONE);
  }

  /** When far clients were started, by name. */
  static JsonObject started(Map<String, Instant> clients) {
    JsonObject request = request(STARTED);
    JsonObject times = new JsonObject();
    clients.forEach((client, time) -> times.addProperty(client, time.toString()));
    request.add("clients", times);
    return request;
  }

  static JsonObject show() {
    return request(SHOW);
  }

  private static JsonObject request(String action) {
    JsonObject request = new JsonObject();
    request.addProperty("do", action);
    return request;
  }

  @Override
  public Reply apply(JsonObject request) {
    String action = request.get("do").getAsString();
    return switch (action) {
      case ORDER -> Reply.of(applyChange(spec(request.getAsJsonObject("link"))));
      case AWAIT -> Reply.of(awaited());
      case DONE -> Reply.of(dockerDone());
      case STARTED -> Reply.of(started(request.getAsJsonObject("clients")));
      case SHOW -> Reply.of(reconciler.view());
      default -> throw new IllegalArgumentException("no request '" + action + "'");
    };
  }

  private static LinkSpec spec(JsonObject link) {
    Map<String, String> variables = new HashMap<>();
    link.asMap().forEach((name, value) -> variables.put(name, value.getAsString()));
    return LinkSpec.from(variables);
  }

  private Reconciler.View applyChange(LinkSpec spec) {
    return interruptible(() -> {
      try {
        return reconciler.change(LinkChange.of(spec));
      } catch (IOException notSaved) {
        throw new UncheckedIOException("the order could not be saved, nothing changed", notSaved);
      }
    });
  }

  private Reconciler.View dockerDone() {
    return interruptible(() -> {
      try {
        return reconciler.dockerDone(LONGEST_WAIT);
      } catch (IOException notSaved) {
        throw new UncheckedIOException("Docker's part could not be saved", notSaved);
      }
    });
  }

  private Reconciler.View started(JsonObject clients) {
    Map<String, Instant> times = new HashMap<>();
    clients.asMap().forEach((client, time) -> times.put(client, Instant.parse(time.getAsString())));
    try {
      return reconciler.started(times);
    } catch (IOException notSaved) {
      throw new UncheckedIOException("the end of the partition could not be saved", notSaved);
    }
  }

  private Reconciler.View awaited() {
    return interruptible(() -> reconciler.await(LONGEST_WAIT));
  }

  /** A call that waits. */
  @FunctionalInterface
  private interface Wait {
    Reconciler.View view() throws InterruptedException;
  }

  private Reconciler.View interruptible(Wait wait) {
    try {
      return wait.view();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return reconciler.view();
    }
  }
}
