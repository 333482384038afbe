package nearfar.networks.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nearfar.common.cli.DidYouMean;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import nearfar.networks.link.Unsupported;
import org.jspecify.annotations.Nullable;

/**
 * A link in the words that people give it in variables; an empty word is one that was not given.
 *
 * @param profile a profile's name, {@code custom}, or empty for the link that there is
 * @param down the delay and jitter towards the clients, {@code 200ms~20ms}
 * @param up the same towards the server
 * @param rate the rate of both directions
 * @param downRate the rate towards the clients, where it differs
 * @param upRate the rate towards the server, where it differs
 * @param fault the faults, separated by commas; {@code none} lifts them
 * @param seedWord the seed of what the lab draws
 */
record LinkSpec(
    String profile,
    String down,
    String up,
    String rate,
    String downRate,
    String upRate,
    String fault,
    String seedWord) {
  static final String CUSTOM = "custom";
  static final String PRESENT = "";
  static final List<String> NAMES =
      List.of("PROFILE", "DOWN", "UP", "RATE", "DOWN_RATE", "UP_RATE", "FAULT", "SEED");

  LinkSpec {
    boolean numbers = !(down + up + rate + downRate + upRate).isEmpty();
    if (profile.isEmpty() && numbers) {
      profile = CUSTOM;
    }
  }

  Link customLink() {
    if (given().isEmpty()) {
      throw new IllegalArgumentException(
          "profile custom wants numbers, such as DOWN=200ms~20ms UP=40ms RATE=2mbit");
    }
    return new Link(
        CUSTOM,
        impairment("DOWN", down, "DOWN_RATE", downRate),
        impairment("UP", up, "UP_RATE", upRate));
  }

  /** The faults, each understood by itself. */
  Faults faults() {
    return fault.isEmpty() ? Faults.NONE : Faults.parse(fault);
  }

  /** The seed, or null where none was given. */
  @Nullable Long seed() {
    if (seedWord.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(seedWord);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          "SEED=%s is no seed; give a whole number, such as SEED=4711".formatted(seedWord),
          noNumber);
    }
  }

  void refuseWhatWouldBeLost() {
    if (!profile.equals(CUSTOM) && !given().isEmpty()) {
      throw new IllegalArgumentException(
          "%s would be lost: numbers go with PROFILE=custom, not with '%s'"
              .formatted(String.join(", ", given().keySet()), profile));
    }
    if (profile.isEmpty() && fault.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: say also what link, or what fault, such as FAULT=flapping:2s~200ms"
              .formatted(seedWord.isEmpty() ? "nothing is asked" : "SEED=" + seedWord));
    }
    if (fault.isEmpty() && !seedWord.isEmpty()) {
      throw new IllegalArgumentException(
          "SEED=%s would be lost: nothing is drawn for a link without faults; leave it out, or ask for what is drawn, such as FAULT=flapping:2s~200ms"
              .formatted(seedWord));
    }
  }

  private Impairment impairment(
      String variable, String delay, String rateVariable, String ownRate) {
    String rateWord = ownRate.isEmpty() ? rate : ownRate;
    @Nullable Rate parsed =
        rateWord.isEmpty()
            ? null
            : named(ownRate.isEmpty() ? "RATE" : rateVariable, () -> Rate.parse(rateWord));
    return named(variable, () -> Impairment.parse(delay.isEmpty() ? "0ms" : delay, parsed));
  }

  private static <T> T named(String variable, java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(variable + ": " + wrong.getMessage(), wrong);
    }
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("DOWN", down);
    given.put("UP", up);
    given.put("RATE", rate);
    given.put("DOWN_RATE", downRate);
    given.put("UP_RATE", upRate);
    given.values().removeIf(String::isEmpty);
    return given;
  }

  /** The words again, as they would be given. */
  @Override
  public String toString() {
    return toMap().entrySet().stream()
        .map(word -> word.getKey() + "=" + word.getValue())
        .collect(Collectors.joining(" "));
  }

  Map<String, String> toMap() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("PROFILE", profile);
    words.putAll(given());
    words.put("FAULT", fault);
    words.put("SEED", seedWord);
    words.values().removeIf(String::isEmpty);
    return words;
  }

  /** Takes the words out of variables; other variables are none of its business. */
  static LinkSpec from(Map<String, String> variables) {
    return new LinkSpec(
        variables.getOrDefault("PROFILE", ""),
        variables.getOrDefault("DOWN", ""),
        variables.getOrDefault("UP", ""),
        variables.getOrDefault("RATE", ""),
        variables.getOrDefault("DOWN_RATE", ""),
        variables.getOrDefault("UP_RATE", ""),
        variables.getOrDefault("FAULT", ""),
        variables.getOrDefault("SEED", ""));
  }

  /**
   * Reads words as they stand on a command line, {@code PROFILE=lte}.
   *
   * @throws IllegalArgumentException naming a word that is not known, is given twice, or has no
   *     value
   */
  static LinkSpec parse(List<String> arguments) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts[0].equals("JITTER")) {
        throw new IllegalArgumentException(
            "JITTER is written with the delay that it belongs to: DOWN=200ms~20ms");
      }
      if (Unsupported.why(parts[0]).isPresent()) {
        throw new IllegalArgumentException(parts[0] + ": " + Unsupported.why(parts[0]).get());
      }
      if (!NAMES.contains(parts[0])) {
        throw new IllegalArgumentException(
            "'%s' says nothing of a link; %s"
                .formatted(argument, DidYouMean.hint(parts[0], NAMES)));
      }
      if (parts.length < 2 || words.put(parts[0], parts[1]) != null) {
        throw new IllegalArgumentException(
            "%s: write it once, as %s=VALUE".formatted(parts[0], parts[0]));
      }
    }
    return from(words);
  }
}
