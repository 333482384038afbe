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
  private static final int MAX_FRAME = 1 << 20;
  private static final int LINK_TYPE_BITS = 0x0fffffff;

  private Pcap() {}

  /**
   * Passes on each TCP segment in the order of the file. Ignores an incomplete frame at the end,
   * which a killed tcpdump leaves. An empty file has no segments.
   *
   * @throws PcapException if the input is not a pcap file
   */
  static void read(InputStream in, Consumer<Segment> segments) throws IOException {
    byte[] headerBytes = in.readNBytes(FILE_HEADER);
    if (headerBytes.length == 0) {
      return;
    }
    if (headerBytes.length < FILE_HEADER) {
      throw new PcapException(
          "the file ends within its header, after " + headerBytes.length + " bytes");
    }
    ByteBuffer header = ByteBuffer.wrap(headerBytes);
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
      if (length < 0 || length > MAX_FRAME) {
        throw new PcapException(
            "a frame of %d bytes, the file is broken".formatted(Integer.toUnsignedLong(length)));
      }
      byte[] frame = in.readNBytes(length);
      if (frame.length < length) {
        return;
      }
      parseFrame(link, nanos, frame, segments);
    }
  }

  private static boolean isMagic(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS;
  }

  private static void parseFrame(
      LinkType link, long nanos, byte[] frame, Consumer<Segment> segments) {
    Segment segment;
    try {
      segment = Frame.segment(link, nanos, ByteBuffer.wrap(frame));
    } catch (IndexOutOfBoundsException | IllegalArgumentException truncated) {
      return; // shorter than its headers require
    }
    if (segment != null) {
      segments.accept(segment);
    }
  }
}
