package nearfar.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses, as numbers.
 *
 * @param first the lowest address
 * @param last the highest, not below it
 */
record Ipv4Range(long first, long last) {
  private static final Pattern CIDR =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
  private static final int BITS = 32;

  /** Reads {@code 10.64.0.0/10} or one address; empty if it is neither, as with IPv6. */
  static Optional<Ipv4Range> parse(String text) {
    Matcher cidr = CIDR.matcher(text);
    if (!cidr.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int part = 1; part <= 4; part++) {
      address = address << 8 | Long.parseLong(cidr.group(part));
    }
    int prefix = cidr.group(5) == null ? BITS : Integer.parseInt(cidr.group(5));
    return prefix > BITS || address >> BITS != 0
        ? Optional.empty()
        : Optional.of(of(address, prefix));
  }

  /** The range of a prefix of that many bits, 0 to 32. */
  static Ipv4Range of(long address, int prefix) {
    long size = 1L << (BITS - prefix);
    long first = address & -size;
    return new Ipv4Range(first, first + size - 1);
  }

  long size() {
    return last - first + 1;
  }

  boolean overlaps(Ipv4Range other) {
    return first <= other.last && other.first <= last;
  }
}
