package nearfar.networks.control;

import java.util.List;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.units.Port;

/** Where Toxiproxy's API is. */
record GatewayOption(String host, int port) {
  private static final OptionSpec<String> HOST =
      OptionSpec.value(
          "gateway", "HOST", "wan-api", String::toString, "host of Toxiproxy's API (now %s)");

  private static final OptionSpec<Integer> PORT =
      OptionSpec.value(
          "gateway-port",
          "PORT",
          "" + ServicePort.OF_TOXIPROXY,
          Port::parse,
          "port of Toxiproxy's API, which moves where the service may want its usual one (now %s)");

  static final List<OptionSpec<?>> FLAGS = List.of(HOST, PORT);

  static GatewayOption of(ParsedArguments given) {
    return new GatewayOption(given.value(HOST), given.value(PORT));
  }
}
