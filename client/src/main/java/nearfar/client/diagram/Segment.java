package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * One TCP segment as one place has seen it.
 *
 * @param nanos when the kernel saw it, in nanoseconds since 1970: the one clock that all network
 *     namespaces of a host share, and tcpdump writes
 * @param sequence of its first byte, unsigned
 * @param acknowledged the next byte that the sender waits for, unsigned
 * @param flags as in the TCP header
 * @param bytes of data that it carries
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

  /** Whether both are the same segment, seen at two places or sent twice. */
  boolean isLike(Segment other) {
    return from.equals(other.from)
        && to.equals(other.to)
        && sequence == other.sequence
        && acknowledged == other.acknowledged
        && flags == other.flags
        && bytes == other.bytes;
  }

  /** Such as {@code SYN}, {@code SYN-ACK}, {@code ACK}, {@code data 32} or {@code data 32, FIN}. */
  String words() {
    List<String> words = new ArrayList<>();
    if (opens() || accepts()) {
      words.add(opens() ? "SYN" : "SYN-ACK");
    }
    if (bytes > 0) {
      words.add("data " + bytes);
    }
    if (finishes()) {
      words.add("FIN");
    }
    if (resets()) {
      words.add("RST");
    }
    return words.isEmpty() ? "ACK" : String.join(", ", words);
  }
}
