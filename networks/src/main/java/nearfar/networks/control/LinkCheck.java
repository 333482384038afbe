package nearfar.networks.control;

import java.util.Map;

/** Checks a link specification without a lab, for programs that read it from files. */
public final class LinkCheck {
  private LinkCheck() {}

  /**
   * Checks a change.
   *
   * @param variables such as {@code PROFILE=lte}, or {@code DOWN=200ms~20ms}
   * @throws IllegalArgumentException naming what is wrong, and the nearest valid value
   */
  public static void change(Map<String, String> variables) {
    LinkChange.of(parse(variables));
  }

  /**
   * Checks the link that a lab starts with.
   *
   * @throws IllegalArgumentException as {@link #change}; also for a fault that lets no greeting
   *     through
   */
  public static void start(Map<String, String> variables) {
    LinkChange.first(parse(variables));
  }

  private static LinkSpec parse(Map<String, String> variables) {
    return LinkSpec.parse(
        variables.entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .toList());
  }
}
