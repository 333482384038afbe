package nearfar.checker;

/**
 * The finding of the last check, and how often it was found in a row.
 *
 * @param key empty if there was no finding
 */
record LastFinding(String key, int times) {

  static final LastFinding NONE = new LastFinding("", 0);

  /**
   * Reads {@code KEY TIMES}; any other text counts as no finding.
   *
   * <p>The text comes from a file that attendees can edit.
   */
  static LastFinding parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,3}")) {
      return NONE;
    }
    return new LastFinding(parts[0], Integer.parseInt(parts[1]));
  }

  /** With one more finding. */
  LastFinding and(Finding finding) {
    return new LastFinding(finding.key(), finding.key().equals(key) ? times + 1 : 1);
  }

  @Override
  public String toString() {
    return key + " " + times;
  }
}
