package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses that a new lab must not use. A subnet clashes with a Docker network of any width
 * that overlaps it, with an address of this machine, and with a route of this machine that is at
 * least as narrow as a lab's subnet. A wider route, such as a VPN's, does not clash: the lab's own
 * is more specific. {@code scripts/lab/addresses.sh} has the same rule.
 */
final class TakenSubnets {
  private static final Path ROUTES = Path.of("/proc/net/route");
  private static final int DESTINATION = 1;
  private static final int MASK = 7;

  private final List<Ipv4Range> ranges;

  TakenSubnets(List<Ipv4Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** Reads Docker's networks, and the addresses and routes of this machine. */
  static TakenSubnets find(DockerClient docker) {
    List<Ipv4Range> taken = new ArrayList<>();
    docker.listNetworksCmd().exec().stream()
        .map(network -> network.getIpam())
        .filter(ipam -> ipam != null && ipam.getConfig() != null)
        .flatMap(ipam -> ipam.getConfig().stream())
        .map(config -> Ipv4Range.parse(String.valueOf(config.getSubnet())))
        .flatMap(Optional::stream)
        .forEach(taken::add);
    addresses().forEach(taken::add);
    if (Files.isReadable(ROUTES)) {
      try {
        taken.addAll(routes(Files.readAllLines(ROUTES)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return new TakenSubnets(taken);
  }

  private static Stream<Ipv4Range> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(each -> each.getInterfaceAddresses().stream())
          .map(InterfaceAddress::getAddress)
          .map(address -> Ipv4Range.parse(String.valueOf(address.getHostAddress())))
          .flatMap(Optional::stream);
    } catch (SocketException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The routes of a table in the format of proc_net(5) that are at least as narrow as a lab's
   * subnet.
   */
  static List<Ipv4Range> routes(List<String> table) {
    return table.stream()
        .skip(1)
        .map(line -> line.trim().split("\\s+"))
        .filter(fields -> fields.length > MASK)
        .map(fields ->
            Ipv4Range.of(number(fields[DESTINATION]), Long.bitCount(number(fields[MASK]))))
        .filter(range -> range.size() <= LabAddresses.SUBNET_SIZE)
        .toList();
  }

  private static long number(String hex) {
    return Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16)) & 0xFFFF_FFFFL;
  }

  boolean overlap(Ipv4Range subnet) {
    return ranges.stream().anyMatch(subnet::overlaps);
  }
}
