package nearfar.lab.scenario.judge;

import java.util.List;

/**
 * The result of checking a claim.
 *
 * @param measured as text for the report
 */
record Finding(boolean held, String measured) {
  static Finding held(String measured) {
    return new Finding(true, measured);
  }

  static Finding failed(String measured) {
    return new Finding(false, measured);
  }

  /** There are fewer exchanges than the claim needs. */
  static Finding tooFew(int exchanges, int wanted) {
    return failed(
        "too few: %s, %d wanted".formatted(FindingText.count(exchanges, "exchange"), wanted));
  }

  static Finding nothingOf(List<String> clients) {
    return failed("too few: no exchange of " + FindingText.and(clients));
  }
}
