package nearfar.networks.fault;

import java.math.BigDecimal;

/**
 * The share of all connections that a fault hits; which of them, Toxiproxy draws.
 *
 * @param percent more than 0, at most 100
 */
public record Share(BigDecimal percent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Every connection. */
  public static final Share ALL = new Share(HUNDRED);

  public Share {
    if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "a share of %s%% is none; give more than 0%% and at most 100%%".formatted(percent));
    }
    percent = percent.stripTrailingZeros();
  }

  static Share parse(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,3})?%")) {
      throw new IllegalArgumentException(
          "'@%s' is no share of the connections; write it as @30%%".formatted(text));
    }
    return new Share(new BigDecimal(text.substring(0, text.length() - 1)));
  }

  boolean isAll() {
    return percent.compareTo(HUNDRED) == 0;
  }

  /** The same as a fraction of one. */
  public float fraction() {
    return percent.floatValue() / 100;
  }

  /** What a word of that share ends with: nothing where it is every connection. */
  String suffix() {
    return isAll() ? "" : "@" + this;
  }

  /** The beginning of a sentence on each of these connections. */
  String of(String each) {
    return isAll() ? "every " + each : "%s of all %ss, as drawn,".formatted(this, each);
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }
}
