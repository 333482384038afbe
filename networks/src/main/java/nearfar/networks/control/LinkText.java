package nearfar.networks.control;

import java.util.ArrayList;
import java.util.List;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/** Writes a link as the variables that request it. */
final class LinkText {
  private LinkText() {}

  static String of(Link link) {
    if (!link.name().equals(LinkSpec.CUSTOM)) {
      return "PROFILE=" + link.name();
    }
    List<String> variables = new ArrayList<>();
    add(variables, "DOWN", link.down());
    add(variables, "UP", link.up());
    return String.join(" ", variables);
  }

  private static void add(List<String> variables, String direction, Impairment impairment) {
    variables.add(
        "%s=%s~%s"
            .formatted(
                direction,
                Durations.format(impairment.delay()),
                Durations.format(impairment.jitter())));
    if (impairment.rate() != null) {
      variables.add(direction + "_RATE=" + impairment.rate());
    }
  }
}
