package nearfar.networks.control;

import java.util.List;
import nearfar.commandline.Flag;
import nearfar.commandline.Given;

/** Where Toxiproxy's API is. */
record GatewayOption(String host, int port) {
  private static final Flag<String> HOST =
      Flag.value(
          "gateway", "HOST", "wan-api", String::toString, "host of Toxiproxy's API (now %s)");

  private static final Flag<Integer> PORT =
      Flag.value(
          "gateway-port",
          "PORT",
          "" + ServicePort.OF_TOXIPROXY,
          Numbers::port,
          "port of Toxiproxy's API, which moves where the service may want its usual one (now %s)");

  static final List<Flag<?>> FLAGS = List.of(HOST, PORT);

  static GatewayOption of(Given given) {
    return new GatewayOption(given.value(HOST), given.value(PORT));
  }
}
