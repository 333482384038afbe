package nearfar.common.units;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of bytes as people write them, read alike by all programs: {@code 65536}, {@code 512KiB},
 * {@code 1.5MB}. Those with an i are powers of 1024, the others of 1000 (IEC 80000-13).
 */
public final class ByteText {

  private static final long BILLION = 1_000_000_000;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,9}))?(|B|[kK]B|KiB|MB|MiB|GB|GiB)");

  private ByteText() {}

  /**
   * Reads a number of bytes, exactly. Without a unit it is bytes.
   *
   * @return null if the text is not a number, or its unit is not one of B, kB, KB, KiB, MB, MiB,
   *     GB, GiB
   * @throws ArithmeticException if it is not a whole number of bytes, or is more than 2^63 - 1
   */
  public static @Nullable Long read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    long unit = bytes(form.group(3));
    long whole = Math.multiplyExact(Long.parseLong(form.group(1)), unit);
    String decimals = form.group(2);
    return decimals == null ? whole : Math.addExact(whole, part(decimals, unit));
  }

  private static long bytes(String unit) {
    return switch (unit) {
      case "", "B" -> 1;
      case "kB", "KB" -> 1_000;
      case "KiB" -> 1L << 10;
      case "MB" -> 1_000_000;
      case "MiB" -> 1L << 20;
      case "GB" -> BILLION;
      default -> 1L << 30;
    };
  }

  /** The value of the decimals; the product of nine digits and the largest unit fits. */
  private static long part(String decimals, long unit) {
    long billionths = Long.parseLong((decimals + "00000000").substring(0, 9)) * unit;
    if (billionths % BILLION != 0) {
      throw new ArithmeticException("not a whole number of bytes");
    }
    return billionths / BILLION;
  }
}
