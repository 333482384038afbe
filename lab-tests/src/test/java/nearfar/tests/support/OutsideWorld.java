package nearfar.tests.support;

import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.LabInternals;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Servers outside the lab, for one test: a greeting server on a separate ordinary network, and a
 * listener on all of the host's addresses that also greets.
 */
public final class OutsideWorld implements AutoCloseable {
  /** The server's name on its network. */
  public static final String NAME = "somebody-outside";

  public static final int PORT = 4444;

  /** The prefix of a bridge's name; the first twelve digits of the network's ID follow it. */
  private static final String BRIDGE = "br-";

  private static final DockerImageName SERVER = DockerImageName.parse("nearfar/server:local");
  private static final Map<String, String> OWNED =
      Map.of(LabInternals.OWNER, LabInternals.thisOwner());

  private final Network network =
      Network.builder().createNetworkCmdModifier(create -> create.withLabels(OWNED)).build();
  private final GenericContainer<?> server =
      new GenericContainer<>(SERVER)
          .withNetwork(network)
          .withNetworkAliases(NAME)
          .withLabels(OWNED)
          .waitingFor(Wait.forLogMessage(".*listening.*", 1));
  private final ServerSocket listener;

  public OutsideWorld() throws IOException {
    listener = new ServerSocket(0);
    Thread.ofVirtual().start(this::greetWhoeverComes);
    server.start();
  }

  private void greetWhoeverComes() {
    while (!listener.isClosed()) {
      try (Socket somebody = listener.accept()) {
        somebody.getOutputStream().write("this is the host\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException closedOrGone) {
        // The probe that was not greeted reports it.
      }
    }
  }

  /** The server's address on its network. */
  public String address() {
    return server.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
        .map(ContainerNetwork::getIpAddress)
        .findFirst()
        .orElseThrow();
  }

  /** An ordinary network, from which the server and the listener can be reached. */
  public Network network() {
    return network;
  }

  /** The port of the listener on the host. */
  public int hostPort() {
    return listener.getLocalPort();
  }

  /**
   * The host's addresses, except those on the bridges of other networks, which may vanish.
   *
   * @param networks the IDs of the lab's networks, whose bridges are included
   */
  public Set<String> hostAddresses(Set<String> networks) {
    Set<String> bridges =
        Stream.concat(networks.stream(), Stream.of(network.getId()))
            .map(id -> BRIDGE + id.substring(0, 12))
            .collect(Collectors.toSet());
    try {
      return NetworkInterface.networkInterfaces()
          .filter(each -> !each.getName().startsWith(BRIDGE) || bridges.contains(each.getName()))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (SocketException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The host's link-local IPv6 addresses on the bridges of the lab's networks; Linux assigns one to
   * each. Each ends in the interface through which the host reaches it.
   */
  public Set<String> bridgesOfTheOtherProtocol(Set<String> networks) {
    Set<String> bridges =
        networks.stream().map(id -> BRIDGE + id.substring(0, 12)).collect(Collectors.toSet());
    try {
      return NetworkInterface.networkInterfaces()
          .filter(each -> bridges.contains(each.getName()))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet6Address.class::isInstance)
          .map(InetAddress::getHostAddress)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (SocketException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    try (listener;
        network;
        server) {
      // In reverse order: the server, its network, the listener.
    }
  }
}
