package nearfar.client.diagram;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Finds the TCP segment in a frame: link layer, then IPv4 or IPv6, then TCP. */
final class Frame {

  private static final int ETHERTYPE_IPV4 = 0x0800;
  private static final int ETHERTYPE_IPV6 = 0x86dd;
  private static final int PROTOCOL_TCP = 6;
  private static final int IPV6_HEADER = 40;

  private Frame() {}

  /**
   * The TCP segment, or null if the frame has no TCP header.
   *
   * @param frame in network order, from its position to its limit
   * @throws IndexOutOfBoundsException if the frame is truncated within the headers
   */
  static @Nullable Segment segment(LinkType link, long nanos, ByteBuffer frame) {
    ByteBuffer packet = frame.slice();
    int type = Short.toUnsignedInt(packet.getShort(link.typeOffset()));
    packet.position(link.header());
    return switch (type) {
      case ETHERTYPE_IPV4 -> ipv4(nanos, packet.slice());
      case ETHERTYPE_IPV6 -> ipv6(nanos, packet.slice());
      default -> null;
    };
  }

  private static @Nullable Segment ipv4(long nanos, ByteBuffer packet) {
    int header = (packet.get(0) & 0x0f) * 4;
    int fragmentOffset = packet.getShort(6) & 0x1fff;
    if (packet.get(9) != PROTOCOL_TCP || fragmentOffset != 0) {
      return null;
    }
    int total = Short.toUnsignedInt(packet.getShort(2));
    return tcp(
        nanos, packet, header, total - header, address(packet, 12, 4), address(packet, 16, 4));
  }

  private static @Nullable Segment ipv6(long nanos, ByteBuffer packet) {
    if (packet.get(6) != PROTOCOL_TCP) {
      return null;
    }
    int length = Short.toUnsignedInt(packet.getShort(4));
    return tcp(nanos, packet, IPV6_HEADER, length, address(packet, 8, 16), address(packet, 24, 16));
  }

  private static Segment tcp(
      long nanos, ByteBuffer packet, int at, int length, InetAddress from, InetAddress to) {
    int header = (packet.get(at + 12) >> 4 & 0x0f) * 4;
    return new Segment(
        nanos,
        new Endpoint(from, Short.toUnsignedInt(packet.getShort(at))),
        new Endpoint(to, Short.toUnsignedInt(packet.getShort(at + 2))),
        Integer.toUnsignedLong(packet.getInt(at + 4)),
        Integer.toUnsignedLong(packet.getInt(at + 8)),
        Byte.toUnsignedInt(packet.get(at + 13)),
        Math.max(0, length - header));
  }

  private static InetAddress address(ByteBuffer packet, int at, int length) {
    byte[] address = new byte[length];
    packet.get(at, address);
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // only for a wrong length
    }
  }
}
