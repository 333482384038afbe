package nearfar.networks.control;

import java.util.Map;

/** Says beforehand whether a link in words could be had, for those who write words into files. */
public final class LinkCheck {
  private LinkCheck() {}

  /**
   * Checks the words of a change.
   *
   * @param words such as {@code PROFILE=lte}, or {@code DOWN=200ms~20ms}
   * @throws IllegalArgumentException naming what is wrong, and the nearest that is right
   */
  public static void change(Map<String, String> words) {
    LinkChange.of(parse(words));
  }

  /**
   * Checks the words of the link that a lab starts with.
   *
   * @throws IllegalArgumentException as {@link #change}; also for one over which nobody could be
   *     greeted
   */
  public static void start(Map<String, String> words) {
    LinkChange.first(parse(words));
  }

  private static LinkSpec parse(Map<String, String> words) {
    return LinkSpec.parse(
        words.entrySet().stream().map(word -> word.getKey() + "=" + word.getValue()).toList());
  }
}
