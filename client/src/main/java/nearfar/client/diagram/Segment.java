package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * One TCP segment at one capture point.
 *
 * @param nanos the kernel's timestamp in nanoseconds since 1970; all network namespaces of a host
 *     share this clock
 * @param sequence the first byte's sequence number, unsigned
 * @param acknowledged the next byte that the sender expects, unsigned
 * @param flags as in the TCP header
 * @param bytes length of the data
 */
record Segment(
    long nanos,
    Endpoint from,
    Endpoint to,
    long sequence,
    long acknowledged,
    int flags,
    int bytes) {

  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int ACK = 0x10;

  boolean opens() {
    return (flags & (SYN | ACK)) == SYN;
  }

  boolean accepts() {
    return (flags & (SYN | ACK)) == (SYN | ACK);
  }

  boolean finishes() {
    return (flags & FIN) != 0;
  }

  boolean resets() {
    return (flags & RST) != 0;
  }

  Flow flow() {
    return new Flow(from, to);
  }

  /** Whether both are the same segment, captured at two points or sent twice. */
  boolean isSameAs(Segment other) {
    return from.equals(other.from)
        && to.equals(other.to)
        && sequence == other.sequence
        && acknowledged == other.acknowledged
        && flags == other.flags
        && bytes == other.bytes;
  }

  /**
   * A short description, such as {@code SYN}, {@code SYN-ACK}, {@code ACK}, {@code data 32} or
   * {@code data 32, FIN}.
   */
  String text() {
    List<String> text = new ArrayList<>();
    if (opens() || accepts()) {
      text.add(opens() ? "SYN" : "SYN-ACK");
    }
    if (bytes > 0) {
      text.add("data " + bytes);
    }
    if (finishes()) {
      text.add("FIN");
    }
    if (resets()) {
      text.add("RST");
    }
    return text.isEmpty() ? "ACK" : String.join(", ", text);
  }
}
