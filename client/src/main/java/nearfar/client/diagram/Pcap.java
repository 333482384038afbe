package nearfar.client.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Reads the pcap format (draft-ietf-opsawg-pcap), as tcpdump writes it: either byte order, micro-
 * or nanoseconds.
 */
final class Pcap {

  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int LONGEST_FRAME = 1 << 20;
  private static final int LINK_TYPE_BITS = 0x0fffffff;

  private Pcap() {}

  /**
   * Passes on each TCP segment, in the order of the file. A file that ends within a frame, as where
   * tcpdump was killed, just ends there; a file without a byte has none.
   *
   * @throws PcapException if this is no pcap file
   */
  static void read(InputStream in, Consumer<Segment> segments) throws IOException {
    byte[] head = in.readNBytes(FILE_HEADER);
    if (head.length == 0) {
      return;
    }
    if (head.length < FILE_HEADER) {
      throw new PcapException("the file ends within its header, after " + head.length + " bytes");
    }
    ByteBuffer header = ByteBuffer.wrap(head);
    if (!isMagic(header.getInt(0))) {
      header.order(ByteOrder.LITTLE_ENDIAN);
    }
    int magic = header.getInt(0);
    if (!isMagic(magic)) {
      throw new PcapException("not a pcap file, it begins with 0x%08x".formatted(magic));
    }
    LinkType link = LinkType.of(header.getInt(20) & LINK_TYPE_BITS);
    long fraction = magic == NANOSECONDS ? 1 : 1000;
    while (true) {
      byte[] record = in.readNBytes(RECORD_HEADER);
      if (record.length < RECORD_HEADER) {
        return;
      }
      ByteBuffer fields = ByteBuffer.wrap(record).order(header.order());
      long nanos =
          Integer.toUnsignedLong(fields.getInt(0)) * 1_000_000_000
              + Integer.toUnsignedLong(fields.getInt(4)) * fraction;
      int length = fields.getInt(8);
      if (length < 0 || length > LONGEST_FRAME) {
        throw new PcapException(
            "a frame of %d bytes, the file is broken".formatted(Integer.toUnsignedLong(length)));
      }
      byte[] frame = in.readNBytes(length);
      if (frame.length < length) {
        return;
      }
      pass(link, nanos, frame, segments);
    }
  }

  private static boolean isMagic(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS;
  }

  private static void pass(LinkType link, long nanos, byte[] frame, Consumer<Segment> segments) {
    Segment segment;
    try {
      segment = Frame.segment(link, nanos, ByteBuffer.wrap(frame));
    } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
      return; // too short for what its headers promise, so there is no segment to show
    }
    if (segment != null) {
      segments.accept(segment);
    }
  }
}
