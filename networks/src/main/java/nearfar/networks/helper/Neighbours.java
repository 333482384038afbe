package nearfar.networks.helper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kernel's neighbour table (ARP) in the network namespace of this process. An IP address with
 * an unused hardware address is unreachable: packets to it get no answer and no error.
 *
 * <p>Java has no API for it, so this class calls the C library: {@code ioctl} with {@code SIOCSARP}
 * and {@code SIOCDARP} and a {@code struct arpreq} (arp(7)). A change needs CAP_NET_ADMIN.
 */
public final class Neighbours {
  /** Locally administered, and spells "far". */
  private static final byte[] UNUSED_ADDRESS = {0x02, 0x00, 0x00, 'f', 'a', 'r'};

  private static final String UNUSED_ADDRESS_TEXT = "02:00:00:66:61:72";
  private static final Path TABLE = Path.of("/proc/net/arp");

  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM = 2;
  private static final short ARPHRD_ETHER = 1;
  private static final int ATF_COM_AND_PERM = 0x02 | 0x04;
  private static final long SIOCDARP = 0x8953;
  private static final long SIOCSARP = 0x8955;

  private static final long SIZE_OF_ARPREQ = 68;
  private static final long PROTOCOL_ADDRESS = 4;
  private static final long HARDWARE_FAMILY = 16;
  private static final long HARDWARE_ADDRESS = 18;
  private static final long FLAGS = 32;

  private static final MethodHandle SOCKET =
      function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle IOCTL =
      function(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ValueLayout.ADDRESS),
          Linker.Option.firstVariadicArg(2),
          Linker.Option.captureCallState("errno"));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private Neighbours() {}

  /**
   * Makes exactly these addresses unreachable, and all others reachable again.
   *
   * @param addresses IPv4
   * @throws IOException naming the address, if the kernel rejects the change
   */
  public static void setUnreachable(Set<String> addresses) throws IOException {
    Set<String> lifted = unreachable();
    lifted.removeAll(addresses);
    for (String address : lifted) {
      change(SIOCDARP, address);
    }
    for (String address : addresses) {
      change(SIOCSARP, address);
    }
  }

  private static Set<String> unreachable() throws IOException {
    Set<String> addresses = new TreeSet<>();
    List<String> lines = Files.readAllLines(TABLE);
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\\s+", -1);
      if (columns[3].equals(UNUSED_ADDRESS_TEXT)) {
        addresses.add(columns[0]);
      }
    }
    return addresses;
  }

  private static void change(long request, String address) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment arpreq = arena.allocate(SIZE_OF_ARPREQ, Long.BYTES);
      arpreq.set(JAVA_SHORT, 0, (short) AF_INET);
      copy(InetAddress.ofLiteral(address).getAddress(), arpreq, PROTOCOL_ADDRESS);
      arpreq.set(JAVA_SHORT, HARDWARE_FAMILY, ARPHRD_ETHER);
      copy(UNUSED_ADDRESS, arpreq, HARDWARE_ADDRESS);
      arpreq.set(JAVA_INT, FLAGS, ATF_COM_AND_PERM);
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      int socket = (int) SOCKET.invokeExact(AF_INET, SOCK_DGRAM, 0);
      int result = (int) IOCTL.invokeExact(state, socket, request, arpreq);
      int errno = (int) ERRNO.get(state, 0L);
      int closed = (int) CLOSE.invokeExact(socket);
      if (socket < 0 || result < 0 || closed < 0) {
        throw new IOException(
            "the kernel does not change the neighbour %s (errno %d)".formatted(address, errno));
      }
    } catch (IOException | RuntimeException | Error refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new AssertionError("the C library throws nothing", impossible);
    }
  }

  private static void copy(byte[] bytes, MemorySegment segment, long offset) {
    MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, offset, bytes.length);
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      String name, FunctionDescriptor types, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), types, options);
  }
}
