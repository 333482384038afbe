package nearfar.networks.control;

import nearfar.common.units.Port;
import nearfar.networks.toxiproxy.Route;

/**
 * The port that clients connect to, the same on the gateway and on the server.
 *
 * @param number 1 to 65535
 */
record ServicePort(int number) {
  static final int OF_TOXIPROXY = 8474;

  ServicePort {
    var _ = Port.require(number);
  }

  /**
   * Reads the port.
   *
   * @param gatewayPort the port of the gateway's API, which the service cannot use
   * @throws IllegalArgumentException if it is not a port, or is that port
   */
  static ServicePort parse(String text, int gatewayPort) {
    ServicePort port;
    try {
      port = new ServicePort(Port.parse(text));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("SERVICE_PORT: " + wrong.getMessage(), wrong);
    }
    if (port.number == gatewayPort) {
      throw new IllegalArgumentException(
          "SERVICE_PORT=%s is the port of the gateway's own API: give the service another"
              .formatted(text));
    }
    return port;
  }

  /** The route from the gateway's client side to the server. */
  Route route() {
    return new Route("wan", "0.0.0.0:" + number, "origin:" + number);
  }
}
