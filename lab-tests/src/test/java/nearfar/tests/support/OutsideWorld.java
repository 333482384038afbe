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
 * What is not the lab: a greeting server on an ordinary network of its own, and a listener on the
 * host, on all of its addresses, that greets as well. Both are there for this test alone.
 */
public final class OutsideWorld implements AutoCloseable {
  /** The server's name on its network. */
  public static final String NAME = "somebody-outside";

  public static final int PORT = 4444;

  /** How the engine names a network's bridge, before the first twelve digits of its number. */
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
        // The probe that did not get its greeting tells.
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

  /** An ordinary network, from which all of this can be reached. */
  public Network network() {
    return network;
  }

  /** The port of the listener on the host. */
  public int hostPort() {
    return listener.getLocalPort();
  }

  /**
   * The host's own addresses, but for those on the bridges of other networks, which come and go.
   *
   * @param networks the engine's numbers of the lab's networks, whose bridges count
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
   * The host's addresses of the other protocol on the bridges of the lab's networks, where Linux
   * gives each one without being asked. Each ends in the interface by which the host reaches it.
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
      // In the reverse order: the server, its network, the listener.
    }
  }
}
