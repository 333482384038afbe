package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Ports and a subnet that nobody else has at the moment.
 *
 * @param lanPort a port on 127.0.0.1
 * @param wanPort another one
 * @param subnet the first three numbers of a /24
 */
record LabAddresses(int lanPort, int wanPort, String subnet) {
  /** Below the range from which Linux takes ports for connections that go out (32768 and up). */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 12_000;
  private static final Set<Object> TAKEN = ConcurrentHashMap.newKeySet();

  static LabAddresses find(DockerClient docker) {
    return new LabAddresses(freePort(), freePort(), freeSubnet(docker));
  }

  private static int freePort() {
    while (true) {
      int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
      if (TAKEN.add(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static String freeSubnet(DockerClient docker) {
    Set<String> used = subnetsOfNetworks(docker);
    used.addAll(subnetsOfTheHost());
    while (true) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      String subnet = "10.%d.%d".formatted(random.nextInt(64, 128), random.nextInt(256));
      if (!used.contains(subnet) && TAKEN.add(subnet)) {
        return subnet;
      }
    }
  }

  private static Set<String> subnetsOfNetworks(DockerClient docker) {
    return docker.listNetworksCmd().exec().stream()
        .map(network -> network.getIpam())
        .filter(ipam -> ipam != null && ipam.getConfig() != null)
        .flatMap(ipam -> ipam.getConfig().stream())
        .map(config -> String.valueOf(config.getSubnet()))
        .map(LabAddresses::firstThreeNumbers)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> subnetsOfTheHost() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(each -> each.getInterfaceAddresses().stream())
          .map(InterfaceAddress::getAddress)
          .map(address -> firstThreeNumbers(String.valueOf(address.getHostAddress())))
          .collect(Collectors.toSet());
    } catch (SocketException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String firstThreeNumbers(String address) {
    int end = address.lastIndexOf('.');
    return end < 0 ? address : address.substring(0, end);
  }
}
