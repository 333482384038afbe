package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What wan-control answers to a request.
 *
 * @param outcome whether it was understood and done
 * @param was the link before the last order, in one line for people
 * @param is the link that is asked for now
 * @param why what is wrong, or still to be done; empty if nothing
 * @param engine what is up to the engine, each a word and a value; for an order that is pending
 */
record Reply(Outcome outcome, String was, String is, String why, Map<String, String> engine) {

  enum Outcome {
    /** The link is as asked. */
    IN_FORCE,
    /** The order is saved; it is not in force yet. */
    PENDING,
    /** The order made no sense. */
    REJECTED,
    /** The order made sense, and could not be taken. */
    FAILED
  }

  boolean inForce() {
    return outcome == Outcome.IN_FORCE;
  }

  /**
   * Prints what the link was and is, and what is missing; returns the exit status that goes with
   * it.
   */
  int print() {
    return switch (outcome) {
      case REJECTED -> ExitCode.WRONG_USAGE.because(why);
      case FAILED -> ExitCode.FAILED.because(why);
      case IN_FORCE, PENDING -> {
        System.out.println("was\t" + was);
        System.out.println("is\t" + is);
        if (inForce()) {
          yield ExitCode.DONE.status();
        }
        engine.forEach((word, value) -> System.out.println(word + "\t" + value));
        yield ExitCode.PENDING.because(why);
      }
    };
  }

  static Reply of(Reconciler.View view) {
    return new Reply(
        view.inForce() ? Outcome.IN_FORCE : Outcome.PENDING,
        view.was().summary(),
        view.asked().summary(),
        view.why(),
        view.engine().words());
  }

  static Reply rejected(Throwable wrong) {
    return new Reply(Outcome.REJECTED, "", "", String.valueOf(wrong.getMessage()), Map.of());
  }

  static Reply failed(Throwable wrong) {
    return new Reply(Outcome.FAILED, "", "", String.valueOf(wrong.getMessage()), Map.of());
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("outcome", outcome.name());
    json.addProperty("was", was);
    json.addProperty("is", is);
    json.addProperty("why", why);
    JsonObject words = new JsonObject();
    engine.forEach(words::addProperty);
    json.add("engine", words);
    return json;
  }

  static Reply fromJson(JsonObject json) {
    Map<String, String> engine = new TreeMap<>();
    json.getAsJsonObject("engine")
        .asMap()
        .forEach((word, value) -> engine.put(word, value.getAsString()));
    return new Reply(
        Outcome.valueOf(json.get("outcome").getAsString()),
        json.get("was").getAsString(),
        json.get("is").getAsString(),
        json.get("why").getAsString(),
        engine);
  }
}
