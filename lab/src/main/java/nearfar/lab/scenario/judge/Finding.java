package nearfar.lab.scenario.judge;

import java.util.List;

/**
 * What came of a claim.
 *
 * @param measured for people
 */
record Finding(boolean held, String measured) {
  static Finding held(String measured) {
    return new Finding(true, measured);
  }

  static Finding failed(String measured) {
    return new Finding(false, measured);
  }

  /** Nothing can be said where nothing was seen. */
  static Finding tooFew(int exchanges, int wanted) {
    return failed(
        "too few: %s, %d wanted".formatted(FindingText.count(exchanges, "exchange"), wanted));
  }

  static Finding nothingOf(List<String> clients) {
    return failed("too few: no exchange of " + FindingText.and(clients));
  }
}
