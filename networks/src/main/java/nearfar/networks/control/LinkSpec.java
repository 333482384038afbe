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
 * A link as variables give it; an empty value is a variable that was not given.
 *
 * @param profile a profile's name, {@code custom}, or empty for the link that there is
 * @param down the delay and jitter towards the clients, {@code 200ms~20ms}
 * @param up the same towards the server
 * @param rate the rate of both directions
 * @param downRate the rate towards the clients, where it differs
 * @param upRate the rate towards the server, where it differs
 * @param fault the faults, separated by commas; {@code none} lifts them
 * @param seedText the seed of random faults
 */
record LinkSpec(
    String profile,
    String down,
    String up,
    String rate,
    String downRate,
    String upRate,
    String fault,
    String seedText) {
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

  /** The faults, parsed. */
  Faults faults() {
    return fault.isEmpty() ? Faults.NONE : Faults.parse(fault);
  }

  /** The seed, or null if none was given. */
  @Nullable Long seed() {
    if (seedText.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(seedText);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          "SEED=%s is no seed; give a whole number, such as SEED=4711".formatted(seedText),
          noNumber);
    }
  }

  void rejectUnusedVariables() {
    if (!profile.equals(CUSTOM) && !given().isEmpty()) {
      throw new IllegalArgumentException(
          "%s would be lost: numbers go with PROFILE=custom, not with '%s'"
              .formatted(String.join(", ", given().keySet()), profile));
    }
    if (profile.isEmpty() && fault.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: say also what link, or what fault, such as FAULT=flapping:2s~200ms"
              .formatted(seedText.isEmpty() ? "nothing is asked" : "SEED=" + seedText));
    }
    if (fault.isEmpty() && !seedText.isEmpty()) {
      throw new IllegalArgumentException(
          "SEED=%s would be lost: nothing is drawn for a link without faults; leave it out, or ask for what is drawn, such as FAULT=flapping:2s~200ms"
              .formatted(seedText));
    }
  }

  private Impairment impairment(
      String variable, String delay, String rateVariable, String ownRate) {
    String rateText = ownRate.isEmpty() ? rate : ownRate;
    @Nullable Rate parsed =
        rateText.isEmpty()
            ? null
            : named(ownRate.isEmpty() ? "RATE" : rateVariable, () -> Rate.parse(rateText));
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

  /** The variables, as a command line has them. */
  @Override
  public String toString() {
    return toMap().entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .collect(Collectors.joining(" "));
  }

  Map<String, String> toMap() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PROFILE", profile);
    variables.putAll(given());
    variables.put("FAULT", fault);
    variables.put("SEED", seedText);
    variables.values().removeIf(String::isEmpty);
    return variables;
  }

  /** Reads a link from variables; ignores other variables. */
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
   * Reads a link from command line arguments, {@code PROFILE=lte}.
   *
   * @throws IllegalArgumentException naming a variable that is unknown, given twice, or without a
   *     value
   */
  static LinkSpec parse(List<String> arguments) {
    Map<String, String> variables = new LinkedHashMap<>();
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
      if (parts.length < 2 || variables.put(parts[0], parts[1]) != null) {
        throw new IllegalArgumentException(
            "%s: write it once, as %s=VALUE".formatted(parts[0], parts[0]));
      }
    }
    return from(variables);
  }
}
