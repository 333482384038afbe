package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ports and a subnet that are free at the moment.
 *
 * @param lanPort a port on 127.0.0.1
 * @param wanPort another one
 * @param subnet the first three numbers of a /24
 */
record LabAddresses(int lanPort, int wanPort, String subnet) {
  /** Below the range that Linux uses for outgoing connections (32768 and up). */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 12_000;

  /** The number of addresses in a lab's subnet. */
  static final int SUBNET_SIZE = 256;

  /** Enough to find a free subnet, almost certainly, in a range of which an eighth is free. */
  private static final int CANDIDATES = 200;

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
    TakenSubnets taken = TakenSubnets.find(docker);
    return candidates()
        .filter(subnet -> !taken.overlap(range(subnet)) && TAKEN.add(subnet))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "no subnet is free for a lab: Docker's networks and this machine's addresses and routes"
                    + " overlap every candidate tried in 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16;"
                    + " remove Docker networks that are not used (docker network prune)"));
  }

  /**
   * The first three numbers of random subnets, from ranges that neither {@code make lab-up} nor
   * Docker uses by default. The candidates of one range come before those of the next.
   */
  static Stream<String> candidates() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Stream.of(
            in(() -> "10.%d.%d".formatted(random.nextInt(64, 128), random.nextInt(256))),
            in(() -> "10.%d.%d".formatted(random.nextInt(192, 255), random.nextInt(256))),
            in(() -> "172.%d.%d".formatted(random.nextInt(20, 32), random.nextInt(256))),
            in(() -> "192.168.%d".formatted(random.nextInt(2, 255))))
        .flatMap(each -> each);
  }

  private static Stream<String> in(Supplier<String> range) {
    return Stream.generate(range).limit(CANDIDATES);
  }

  private static Ipv4Range range(String subnet) {
    return Ipv4Range.parse(subnet + ".0/24").orElseThrow();
  }
}
