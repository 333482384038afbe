package nearfar.checker;

/**
 * What was found the last time, and how often in a row.
 *
 * @param key empty if there was no last time
 */
record Asked(String key, int times) {

  static final Asked NEVER = new Asked("", 0);

  /**
   * Reads {@code KEY TIMES}; anything else counts as never.
   *
   * <p>It comes from a file in the attendee's folder, who may do with that as they like.
   */
  static Asked parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,3}")) {
      return NEVER;
    }
    return new Asked(parts[0], Integer.parseInt(parts[1]));
  }

  /** With one more finding. */
  Asked and(Finding finding) {
    return new Asked(finding.key(), finding.key().equals(key) ? times + 1 : 1);
  }

  @Override
  public String toString() {
    return key + " " + times;
  }
}
