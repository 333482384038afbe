package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a request.
 *
 * @param outcome whether it was valid and applied
 * @param previous the link before the last change, in one line
 * @param current the desired link
 * @param reason what is wrong or still missing; empty if nothing
 * @param docker what Docker has to do, as keys and values; for a pending change
 */
record Reply(
    Outcome outcome, String previous, String current, String reason, Map<String, String> docker) {

  enum Outcome {
    /** The link is as asked. */
    IN_FORCE,
    /** The change is saved and not applied yet. */
    PENDING,
    /** The request was not valid. */
    REJECTED,
    /** The request was valid and failed. */
    FAILED
  }

  boolean applied() {
    return outcome == Outcome.IN_FORCE;
  }

  /** Prints the previous and the present link and what is missing; returns the exit status. */
  int print() {
    return switch (outcome) {
      case REJECTED -> ExitCode.WRONG_USAGE.because(reason);
      case FAILED -> ExitCode.FAILED.because(reason);
      case IN_FORCE, PENDING -> {
        System.out.println("was\t" + previous);
        System.out.println("is\t" + current);
        if (applied()) {
          yield ExitCode.DONE.status();
        }
        docker.forEach((word, value) -> System.out.println(word + "\t" + value));
        yield ExitCode.PENDING.because(reason);
      }
    };
  }

  static Reply of(Reconciler.View view) {
    return new Reply(
        view.applied() ? Outcome.IN_FORCE : Outcome.PENDING,
        view.previous().summary(),
        view.desired().summary(),
        view.reason(),
        view.docker().toMap());
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
    json.addProperty("was", previous);
    json.addProperty("is", current);
    json.addProperty("why", reason);
    JsonObject dockerJson = new JsonObject();
    docker.forEach(dockerJson::addProperty);
    json.add("engine", dockerJson);
    return json;
  }

  static Reply fromJson(JsonObject json) {
    Map<String, String> docker = new TreeMap<>();
    json.getAsJsonObject("engine")
        .asMap()
        .forEach((word, value) -> docker.put(word, value.getAsString()));
    return new Reply(
        Outcome.valueOf(json.get("outcome").getAsString()),
        json.get("was").getAsString(),
        json.get("is").getAsString(),
        json.get("why").getAsString(),
        docker);
  }
}
