package nearfar.networks.control;

/** Numbers on the command line; errors name the text. */
final class Numbers {
  private Numbers() {}

  static Integer whole(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is not a whole number".formatted(text), e);
    }
  }

  /** 0 for as much as one likes. */
  static Double cores(String text) {
    try {
      double cores = Double.parseDouble(text);
      if (cores >= 0 && Double.isFinite(cores)) {
        return cores;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new IllegalArgumentException("'%s' is no number of cores, such as 0.5".formatted(text));
  }
}
