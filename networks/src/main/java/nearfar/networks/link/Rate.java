package nearfar.networks.link;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bandwidth in bits per second, written as {@code 20mbit}; 1 kbit is 1000 bit, as on a line.
 *
 * @param bitsPerSecond more than zero: a line that carries nothing is cut, not slow
 */
public record Rate(long bitsPerSecond) {
  private static final Map<String, Long> BITS = new LinkedHashMap<>();

  static {
    BITS.put("bit", 1L);
    BITS.put("kbit", 1_000L);
    BITS.put("mbit", 1_000_000L);
    BITS.put("gbit", 1_000_000_000L);
  }

  public Rate {
    if (bitsPerSecond <= 0) {
      throw new IllegalArgumentException(
          "a rate of %dbit carries nothing: leave it out for a link without a limit, or cut the link"
              .formatted(bitsPerSecond));
    }
  }

  /**
   * Reads a rate.
   *
   * @throws IllegalArgumentException naming the text, if it is not a whole number of bits per
   *     second
   */
  public static Rate parse(String text) {
    try {
      return new Rate(Quantity.parse(text, "rate", "20mbit", BITS));
    } catch (ArithmeticException fraction) {
      throw new IllegalArgumentException(
          "'%s' is not a whole number of bits per second".formatted(text), fraction);
    }
  }

  @Override
  public String toString() {
    return Quantity.format(bitsPerSecond, BITS);
  }
}
