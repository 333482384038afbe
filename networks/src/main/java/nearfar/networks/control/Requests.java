package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The requests that wan-control takes: how each is written, and what is done about it. */
final class Requests implements Function<JsonObject, Reply> {
  static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private static final String ORDER = "order";
  private static final String AWAIT = "await";
  private static final String SHOW = "show";
  private static final String DONE = "done";
  private static final String STARTED = "started";

  private final Reconciler keeper;

  Requests(Reconciler keeper) {
    this.keeper = keeper;
  }

  static JsonObject order(LinkSpec words) {
    JsonObject request = request(ORDER);
    JsonObject link = new JsonObject();
    words.toMap().forEach(link::addProperty);
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

  private static JsonObject request(String what) {
    JsonObject request = new JsonObject();
    request.addProperty("do", what);
    return request;
  }

  @Override
  public Reply apply(JsonObject request) {
    String what = request.get("do").getAsString();
    return switch (what) {
      case ORDER -> Reply.of(ask(words(request.getAsJsonObject("link"))));
      case AWAIT -> Reply.of(awaited());
      case DONE -> Reply.of(engineDone());
      case STARTED -> Reply.of(started(request.getAsJsonObject("clients")));
      case SHOW -> Reply.of(keeper.view());
      default -> throw new IllegalArgumentException("no request '" + what + "'");
    };
  }

  private static LinkSpec words(JsonObject link) {
    Map<String, String> words = new HashMap<>();
    link.asMap().forEach((name, word) -> words.put(name, word.getAsString()));
    return LinkSpec.from(words);
  }

  private Reconciler.View ask(LinkSpec words) {
    return interruptible(() -> {
      try {
        return keeper.ask(LinkChange.of(words));
      } catch (IOException notSaved) {
        throw new UncheckedIOException("the order could not be saved, nothing changed", notSaved);
      }
    });
  }

  private Reconciler.View engineDone() {
    return interruptible(() -> {
      try {
        return keeper.engineDone(LONGEST_WAIT);
      } catch (IOException notSaved) {
        throw new UncheckedIOException("what the engine did could not be saved", notSaved);
      }
    });
  }

  private Reconciler.View started(JsonObject clients) {
    Map<String, Instant> times = new HashMap<>();
    clients.asMap().forEach((client, time) -> times.put(client, Instant.parse(time.getAsString())));
    try {
      return keeper.started(times);
    } catch (IOException notSaved) {
      throw new UncheckedIOException("that the partition ended could not be saved", notSaved);
    }
  }

  private Reconciler.View awaited() {
    return interruptible(() -> keeper.await(LONGEST_WAIT));
  }

  /** A wait that the keeper may be asked for. */
  @FunctionalInterface
  private interface Waiting {
    Reconciler.View view() throws InterruptedException;
  }

  private Reconciler.View interruptible(Waiting waiting) {
    try {
      return waiting.view();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return keeper.view();
    }
  }
}
