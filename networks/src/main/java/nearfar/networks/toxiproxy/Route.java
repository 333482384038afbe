package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import java.io.IOException;

/**
 * Where a proxy takes connections, and where it makes its own.
 *
 * @param proxy the proxy's name, unique on a Toxiproxy
 * @param listen address and port, {@code 0.0.0.0:4444}
 * @param upstream host and port, {@code origin:4444}
 */
public record Route(String proxy, String listen, String upstream) {

  /** Compares the port alone of where it listens: of a wildcard address Toxiproxy tells another. */
  boolean isThatOf(Proxy other) {
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
