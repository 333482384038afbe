package nearfar.networks.control;

import nearfar.networks.toxiproxy.Route;

/**
 * The port that clients connect to, on the gateway as on the server.
 *
 * @param number 1 to 65535
 */
record ServicePort(int number) {
  static final int OF_TOXIPROXY = 8474;
  private static final int LARGEST = 65_535;

  ServicePort {
    if (number < 1 || number > LARGEST) {
      throw new IllegalArgumentException(
          "SERVICE_PORT=%d is no port: give 1 to %d".formatted(number, LARGEST));
    }
  }

  /**
   * Reads the port.
   *
   * @param gatewayPort that of the gateway's own API, which the service cannot have
   * @throws IllegalArgumentException if it is none, or that one
   */
  static ServicePort parse(String text, int gatewayPort) {
    try {
      ServicePort port = new ServicePort(Integer.parseInt(text));
      if (port.number == gatewayPort) {
        throw new IllegalArgumentException(
            "SERVICE_PORT=%s is the port of the gateway's own API: give the service another"
                .formatted(text));
      }
      return port;
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          "SERVICE_PORT=%s is no port: give 1 to %d".formatted(text, LARGEST), noNumber);
    }
  }

  /** The way from the clients' side of the gateway to the server. */
  Route route() {
    return new Route("wan", "0.0.0.0:" + number, "origin:" + number);
  }
}
