package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import java.io.IOException;

/**
 * The listening address and the upstream of a proxy.
 *
 * @param proxy the proxy's name, unique on a Toxiproxy
 * @param listen address and port, {@code 0.0.0.0:4444}
 * @param upstream host and port, {@code origin:4444}
 */
public record Route(String proxy, String listen, String upstream) {

  /** Compares only the listening port: Toxiproxy reports another wildcard address. */
  boolean matches(Proxy other) {
    return port(other.getListen()).equals(port(listen)) && other.getUpstream().equals(upstream);
  }

  /** Changes the proxy; if it is enabled, that ends its connections. */
  void setOn(Proxy other) throws IOException {
    other.setListen(listen);
    other.setUpstream(upstream);
  }

  private static String port(String address) {
    return address.substring(address.lastIndexOf(':') + 1);
  }
}
