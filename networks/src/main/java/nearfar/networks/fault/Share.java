package nearfar.networks.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share of all connections that a fault hits; Toxiproxy draws which ones.
 *
 * @param thousandths of a percent, 1 to 100,000
 */
public record Share(int thousandths) {
  private static final int PERCENT = 1000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?%");

  /** Every connection. */
  public static final Share ALL = new Share(100 * PERCENT);

  public Share {
    if (thousandths <= 0 || thousandths > 100 * PERCENT) {
      throw new IllegalArgumentException(
          "a share of %s is none; give more than 0%% and at most 100%%"
              .formatted(text(thousandths)));
    }
  }

  static Share parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'@%s' is no share of the connections; write it as @30%%".formatted(text));
    }
    int whole = Integer.parseInt(form.group(1)) * PERCENT;
    String decimals = form.group(2);
    return new Share(
        decimals == null ? whole : whole + Integer.parseInt((decimals + "00").substring(0, 3)));
  }

  boolean isAll() {
    return thousandths == ALL.thousandths;
  }

  /** The same as a fraction of one. */
  public float fraction() {
    return thousandths / (100f * PERCENT);
  }

  /** The suffix of a fault's word; empty for all connections. */
  String suffix() {
    return isAll() ? "" : "@" + this;
  }

  /** The beginning of a sentence on each of these connections. */
  String of(String each) {
    return isAll() ? "every " + each : "%s of all %ss, as drawn,".formatted(this, each);
  }

  @Override
  public String toString() {
    return text(thousandths);
  }

  private static String text(int thousandths) {
    String decimals = String.valueOf(PERCENT + thousandths % PERCENT).substring(1);
    return thousandths / PERCENT + ("." + decimals).replaceFirst("\\.?0*$", "") + "%";
  }
}
