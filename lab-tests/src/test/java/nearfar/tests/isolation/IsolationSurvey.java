package nearfar.tests.isolation;

import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports.Binding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.tests.isolation.IsolationMatrix.From;
import nearfar.tests.isolation.IsolationMatrix.To;
import nearfar.tests.isolation.IsolationMatrix.Try;
import nearfar.tests.isolation.IsolationMatrix.Way;
import nearfar.tests.support.OutsideWorld;
import nearfar.tests.support.Probes;

/**
 * Tries from real containers of a lab who reaches whom: by all names that they have anywhere, and
 * by their addresses on all networks. It sends nothing to anybody but the lab's containers, a
 * container outside and a listener on the host that are there for it.
 */
final class IsolationSurvey implements AutoCloseable {
  static final int GREETING = 4444;
  private static final int API = 8474;

  private final Lab lab;
  private final OutsideWorld outside;
  private final Vantage near;
  private final Vantage far;
  private final Vantage control;
  private final Vantage server;
  private final Vantage gateway;
  private final Vantage ordinary;
  private final Vantage host = Vantage.host();
  private final List<Supplier<Try>> tries = new ArrayList<>();

  IsolationSurvey(Lab lab) throws IOException {
    this.lab = lab;
    outside = new OutsideWorld();
    ordinary = Vantage.on(outside.network());
    near = Vantage.of(lab.container("client-lan-1"));
    far = Vantage.of(lab.container("client-wan-1"));
    control = Vantage.of(lab.container("wan-control"));
    server = Vantage.of(lab.container("server"));
    gateway = Vantage.of(lab.container("wan-gateway"));
  }

  /** Tries everything; takes some seconds. */
  IsolationMatrix matrix() {
    tryTheServer();
    tryTheGateway();
    tryTheApi();
    tryTheClients(To.NEAR_CLIENT, "client-lan");
    tryTheClients(To.FAR_CLIENT, "client-wan");
    tryTheOutsideWorld();
    tryFromTheHost();
    Vantage.probe(List.of(near, far, control, server, gateway, ordinary, host));
    return new IsolationMatrix(tries.stream().map(Supplier::get).toList());
  }

  private void tryTheServer() {
    Map<String, String> addresses = addresses("server");
    String name = fullName("server");
    to(To.SERVER, GREETING)
        .from(From.CLIENT_LAN, near, "server", name, addresses.get("lan"))
        .from(From.CLIENT_WAN, far, "origin", name)
        .from(From.CLIENT_WAN, far, addresses.values())
        .from(From.WAN_CONTROL, control, "server", "origin", name)
        .from(From.WAN_CONTROL, control, addresses.values())
        .from(From.ELSEWHERE, gateway, "origin", addresses.get("uplink"), addresses.get("edge"));
  }

  private void tryTheGateway() {
    Map<String, String> addresses = addresses("wan-gateway");
    String name = fullName("wan-gateway");
    to(To.GATEWAY, GREETING)
        .from(From.CLIENT_LAN, near, "wan-gateway", "wan-api", name)
        .from(From.CLIENT_LAN, near, addresses.values())
        .from(From.CLIENT_WAN, far, "server", "wan-gateway", name, addresses.get("wan"))
        .from(From.WAN_CONTROL, control, "wan-gateway", "wan-api", addresses.get("control"))
        .from(From.ELSEWHERE, server, addresses.get("uplink"), addresses.get("edge"));
  }

  private void tryTheApi() {
    Map<String, String> addresses = addresses("wan-gateway");
    to(To.API, API)
        .from(From.CLIENT_LAN, near, "wan-api", "wan-gateway")
        .from(From.CLIENT_LAN, near, addresses.values())
        .from(From.CLIENT_WAN, far, "wan-api", "wan-gateway")
        .from(From.CLIENT_WAN, far, addresses.values())
        .from(From.WAN_CONTROL, control, "wan-api", "wan-gateway", addresses.get("control"));
  }

  private void tryTheClients(To side, String service) {
    String name = service + "-2";
    for (From from : List.of(From.CLIENT_LAN, From.CLIENT_WAN, From.WAN_CONTROL)) {
      to(side, GREETING)
          .from(from, place(from), service, fullName(name))
          .from(from, place(from), addresses(name).values());
    }
  }

  private void tryTheOutsideWorld() {
    Set<String> hosts = outside.hostAddresses(networkIds());
    Set<String> hostsOrBridges = new TreeSet<>(hosts);
    hostsOrBridges.addAll(bridgesWithoutAHost());
    for (From from : List.of(From.CLIENT_LAN, From.CLIENT_WAN, From.WAN_CONTROL)) {
      to(To.OUTSIDE, OutsideWorld.PORT)
          .from(from, place(from), OutsideWorld.NAME, outside.address());
      to(To.OUTSIDE, outside.hostPort()).from(from, place(from), hostsOrBridges);
    }
    to(To.OUTSIDE, OutsideWorld.PORT)
        .from(From.ELSEWHERE, ordinary, OutsideWorld.NAME, outside.address());
    to(To.OUTSIDE, outside.hostPort()).from(From.ELSEWHERE, ordinary, hosts);
    tryTheHostByTheOtherProtocol();
  }

  /** Addresses like these count on one interface; each place tries them on its own. */
  private void tryTheHostByTheOtherProtocol() {
    for (String bridge : outside.bridgesOfTheOtherProtocol(networkIds())) {
      to(To.OUTSIDE, outside.hostPort()).from(From.ELSEWHERE, host, bridge);
      String fromInside = bridge.substring(0, bridge.indexOf('%')) + "%" + Probes.OWN_INTERFACE;
      for (From from : List.of(From.CLIENT_LAN, From.CLIENT_WAN, From.WAN_CONTROL)) {
        to(To.OUTSIDE, outside.hostPort()).from(from, place(from), fromInside);
      }
    }
  }

  private void tryFromTheHost() {
    tryFromTheHost(To.SERVER, "server", GREETING);
    tryFromTheHost(To.GATEWAY, "wan-gateway", GREETING);
    tryFromTheHost(To.API, "wan-gateway", API);
    tryFromTheHost(To.NEAR_CLIENT, "client-lan-1", GREETING);
    tryFromTheHost(To.FAR_CLIENT, "client-wan-1", GREETING);
  }

  private void tryFromTheHost(To to, String container, int port) {
    List<Binding> published = published(container, port);
    for (Binding binding : published) {
      to(to, Integer.parseInt(binding.getHostPortSpec()))
          .from(From.HOST, host, binding.getHostIp());
    }
    if (published.isEmpty()) {
      Try nothing =
          new Try(From.HOST, to, new Way("127.0.0.1", port), IsolationMatrix.NOT_PUBLISHED);
      tries.add(() -> nothing);
    }
  }

  private Vantage place(From from) {
    return switch (from) {
      case CLIENT_LAN -> near;
      case CLIENT_WAN -> far;
      case WAN_CONTROL -> control;
      case HOST -> host;
      case ELSEWHERE -> throw new IllegalArgumentException("elsewhere is many places");
    };
  }

  private Trying to(To to, int port) {
    return new Trying(to, port);
  }

  /** Tries the same port from place to place. */
  private final class Trying {
    private final To to;
    private final int port;

    Trying(To to, int port) {
      this.to = to;
      this.port = port;
    }

    Trying from(From from, Vantage place, String... hosts) {
      return from(from, place, List.of(hosts));
    }

    Trying from(From from, Vantage place, Collection<String> hosts) {
      for (String host : hosts) {
        Way way = new Way(host, port);
        place.plan(way);
        tries.add(() -> new Try(from, to, way, place.answer(way)));
      }
      return this;
    }
  }

  private String fullName(String container) {
    return lab.container(container).getContainerInfo().getName().substring(1);
  }

  /** A container's addresses, by the names that its networks have in the compose file. */
  private Map<String, String> addresses(String container) {
    Map<String, String> addresses = new TreeMap<>();
    networks(container)
        .forEach((name, network) ->
            addresses.put(
                name.substring(lab.name().length() + 1),
                Objects.requireNonNull(network.getIpAddress())));
    return addresses;
  }

  private Set<String> networkIds() {
    return Stream.of("server", "wan-gateway")
        .flatMap(container -> networks(container).values().stream())
        .map(ContainerNetwork::getNetworkID)
        .collect(Collectors.toSet());
  }

  /**
   * The first addresses of the lab's networks, where a bridge would be the host, as far as the host
   * does not have them.
   */
  Set<String> bridgesWithoutAHost() {
    Set<String> bridges =
        Stream.of("server", "wan-gateway")
            .flatMap(container -> networks(container).values().stream())
            .map(IsolationSurvey::firstAddress)
            .collect(Collectors.toCollection(TreeSet::new));
    bridges.removeAll(outside.hostAddresses(networkIds()));
    return bridges;
  }

  /** The first address of a network of at most 256, by one of its containers' addresses. */
  private static String firstAddress(ContainerNetwork network) {
    String address = Objects.requireNonNull(network.getIpAddress());
    int end = address.lastIndexOf('.') + 1;
    int size = 1 << (32 - Objects.requireNonNull(network.getIpPrefixLen()));
    int number = Integer.parseInt(address.substring(end));
    return address.substring(0, end) + (number / size * size + 1);
  }

  private Map<String, ContainerNetwork> networks(String container) {
    return lab.container(container).getContainerInfo().getNetworkSettings().getNetworks();
  }

  private List<Binding> published(String container, int port) {
    Binding[] bindings =
        lab.container(container)
            .getContainerInfo()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(port));
    return bindings == null ? List.of() : List.of(bindings);
  }

  @Override
  public void close() throws IOException {
    try (outside;
        near;
        far;
        control;
        server;
        gateway;
        ordinary;
        host) {
      // All of them, whatever becomes of one.
    }
  }
}
