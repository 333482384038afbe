package nearfar.networks.link;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and its unit, written together as people write them: {@code 40ms}, {@code 1.5s}, {@code
 * 20mbit}. Not by BigDecimal, which takes 15 ms of a program that just starts.
 */
final class Quantity {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?([a-z]*)");

  private Quantity() {}

  /**
   * Reads a quantity in multiples of the smallest unit.
   *
   * @param what names the quantity in the error, such as "duration"
   * @param example one that is right, for the error
   * @param units each unit's size, a power of ten up to 10^9, in the order in which an error lists
   *     them
   * @throws IllegalArgumentException naming the text, if it is not a number with one of the units
   * @throws ArithmeticException if it is not a whole multiple, or too large
   */
  static long parse(String text, String what, String example, Map<String, Long> units) {
    Matcher form = FORM.matcher(text.strip());
    Long unit = form.matches() ? units.get(form.group(3)) : null;
    if (unit == null) {
      throw wrong(text, what, example, units);
    }
    long whole = Math.multiplyExact(Long.parseLong(form.group(1)), unit);
    return form.group(2) == null ? whole : Math.addExact(whole, fraction(form.group(2), unit));
  }

  static IllegalArgumentException wrong(
      String text, String what, String example, Map<String, Long> units) {
    return new IllegalArgumentException(
        "'%s' is no %s: write a number and one of the units %s, such as %s"
            .formatted(text, what, String.join(", ", units.keySet()), example));
  }

  /**
   * Writes an amount in the largest unit in which it is at least one; never rounds.
   *
   * @param units from the smallest, which is 1, to the largest
   */
  static String format(long amount, Map<String, Long> units) {
    String largest = "";
    for (Map.Entry<String, Long> unit : units.entrySet()) {
      if (largest.isEmpty() || amount >= unit.getValue()) {
        largest = decimal(amount, unit.getValue()) + unit.getKey();
      }
    }
    return largest;
  }

  /** The value of the decimals; nine digits times a unit of ten digits fit. */
  private static long fraction(String decimals, long unit) {
    long whole = Long.parseLong(decimals) * unit;
    for (int i = 0; i < decimals.length(); i++) {
      if (whole % 10 != 0) {
        throw new ArithmeticException("finer than the smallest unit");
      }
      whole /= 10;
    }
    return whole;
  }

  private static String decimal(long amount, long unit) {
    long rest = amount % unit;
    if (rest == 0) {
      return String.valueOf(amount / unit);
    }
    String decimals = String.valueOf(unit + rest).substring(1);
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') {
      end--;
    }
    return amount / unit + "." + decimals.substring(0, end);
  }
}
