package nearfar.networks.control;

import java.util.ArrayList;
import java.util.List;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;

/** A link in the words that would ask for it. */
final class LinkText {
  private LinkText() {}

  static String of(Link link) {
    if (!link.name().equals(LinkSpec.CUSTOM)) {
      return "PROFILE=" + link.name();
    }
    List<String> words = new ArrayList<>();
    add(words, "DOWN", link.down());
    add(words, "UP", link.up());
    return String.join(" ", words);
  }

  private static void add(List<String> words, String way, Impairment impairment) {
    words.add(
        "%s=%s~%s"
            .formatted(
                way, Durations.format(impairment.delay()), Durations.format(impairment.jitter())));
    if (impairment.rate() != null) {
      words.add(way + "_RATE=" + impairment.rate());
    }
  }
}
