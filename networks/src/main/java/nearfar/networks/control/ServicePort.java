package nearfar.networks.control;

import nearfar.networks.toxiproxy.Route;

/**
 * The port that clients connect to, on the gateway as on the server.
 *
 * @param number 1 to 65535, and not that of the gateway's own API
 */
record ServicePort(int number) {
  static final int OF_TOXIPROXY = 8474;
  private static final int LARGEST = 65_535;

  ServicePort {
    if (number < 1 || number > LARGEST) {
      throw new IllegalArgumentException(
          "SERVICE_PORT=%d is no port: give 1 to %d".formatted(number, LARGEST));
    }
    if (number == OF_TOXIPROXY) {
      throw new IllegalArgumentException(
          "SERVICE_PORT=%d is the port of the gateway's own API: give the service another"
              .formatted(number));
    }
  }

  static ServicePort parse(String text) {
    try {
      return new ServicePort(Integer.parseInt(text));
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
