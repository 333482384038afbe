package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Additional proxies on a running Toxiproxy that live for a limited time. The name of each contains
 * its deadline, so any process can remove overdue ones; there is no other record. Safe for use by
 * several threads and processes.
 */
public final class TemporaryProxies {
  private static final String ANY_PORT = "0.0.0.0:0";

  private final String host;
  private final int port;
  private final String prefix;
  private final ToxiproxyClient client;

  /**
   * Does not connect before the first call.
   *
   * @param prefix what the names of these proxies begin with, and no others do
   */
  public TemporaryProxies(String host, int port, String prefix) {
    this.host = host;
    this.port = port;
    this.prefix = prefix;
    this.client = Gateway.client(host, port);
  }

  /**
   * A proxy that passes traffic.
   *
   * @param port where it listens, on all of the gateway's networks
   */
  public record Opened(String name, int port) {}

  /**
   * Adds a proxy for each plan; if one fails, none is left.
   *
   * @param upstream host and port to which they lead
   * @param untilNanos when they are overdue, by {@link System#nanoTime}
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public List<Opened> open(List<ToxicPlan> plans, String upstream, long untilNanos)
      throws GatewayException {
    // A paused gateway would execute changes later; a query first is harmless.
    GatewayException.translate(client::getProxies);
    List<String> names = names(plans.size(), untilNanos);
    try {
      List<Opened> opened = new ArrayList<>();
      for (int i = 0; i < plans.size(); i++) {
        opened.add(open(names.get(i), plans.get(i), upstream));
      }
      return opened;
    } catch (GatewayException failed) {
      close(names);
      throw failed;
    }
  }

  private List<String> names(int count, long untilNanos) {
    long process = ProcessHandle.current().pid();
    return IntStream.range(0, count)
        .mapToObj(i -> "%s-%d-%d-%d".formatted(prefix, untilNanos, process, i))
        .toList();
  }

  private Opened open(String name, ToxicPlan plan, String upstream) throws GatewayException {
    Proxy proxy = GatewayException.translate(() -> client.createProxy(name, ANY_PORT, upstream));
    new Gateway(host, port, new Route(name, proxy.getListen(), upstream)).apply(plan);
    return new Opened(name, portOf(proxy));
  }

  /**
   * Removes proxies and ends their connections; ignores proxies that are gone.
   *
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public void close(Collection<String> names) throws GatewayException {
    remove(proxy -> names.contains(proxy.getName()));
  }

  /**
   * Removes the proxies of this prefix whose time is over.
   *
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public void closeOverdue() throws GatewayException {
    remove(proxy -> isOverdue(proxy.getName()));
  }

  private boolean isOverdue(String name) {
    String[] parts = name.split("-", -1);
    return parts.length == 4
        && parts[0].equals(prefix)
        && parts[1].matches("\\d{1,18}")
        && Long.parseLong(parts[1]) < System.nanoTime();
  }

  /** Which proxies. */
  @FunctionalInterface
  private interface Filter {
    boolean of(Proxy proxy);
  }

  private void remove(Filter filter) throws GatewayException {
    GatewayException.translate(() -> {
      for (Proxy proxy : client.getProxies()) {
        if (filter.of(proxy)) {
          deleteIfThere(proxy);
        }
      }
      return prefix;
    });
  }

  /** Another process may remove the same proxy at the same time. */
  private void deleteIfThere(Proxy proxy) throws IOException {
    try {
      proxy.delete();
    } catch (IOException failed) {
      if (client.getProxyOrNull(proxy.getName()) != null) {
        throw failed;
      }
    }
  }

  private static int portOf(Proxy proxy) {
    String listen = proxy.getListen();
    return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
  }
}
