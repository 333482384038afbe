package nearfar.networks.link;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and its unit, written together as people write them: {@code 40ms}, {@code 1.5s}, {@code
 * 20mbit}.
 */
final class Quantity {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([a-z]*)");

  private Quantity() {}

  /**
   * Reads a quantity in multiples of the smallest unit.
   *
   * @param what names the quantity in the error, such as "duration"
   * @param example one that is right, for the error
   * @param units each unit's size, in the order in which an error lists them
   * @throws IllegalArgumentException naming the text, if it is no number with one of the units
   */
  static BigDecimal parse(String text, String what, String example, Map<String, Long> units) {
    Matcher form = FORM.matcher(text.strip());
    Long unit = form.matches() ? units.get(form.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "'%s' is no %s: write a number and one of the units %s, such as %s"
              .formatted(text, what, String.join(", ", units.keySet()), example));
    }
    return new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit));
  }

  /** Writes an amount in the largest unit in which it is at least one; never rounds. */
  static String format(long amount, Map<String, Long> units) {
    return units.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .filter(unit -> amount >= unit.getValue())
        .findFirst()
        .map(unit -> decimal(amount, unit.getValue()) + unit.getKey())
        .orElseGet(() -> amount + units.keySet().iterator().next());
  }

  private static String decimal(long amount, long unit) {
    return BigDecimal.valueOf(amount)
        .divide(BigDecimal.valueOf(unit), 9, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
