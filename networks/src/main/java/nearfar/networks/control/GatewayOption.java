package nearfar.networks.control;

import picocli.CommandLine.Option;

/** Where Toxiproxy's API is. */
final class GatewayOption {
  private static final String HOST = "wan-api";

  @Option(
      names = "--gateway",
      defaultValue = "${env:NEARFAR_GATEWAY:-" + HOST + "}",
      description = "host of Toxiproxy's API")
  String host = HOST;

  @Option(
      names = "--gateway-port",
      defaultValue = "${env:NEARFAR_GATEWAY_PORT:-" + ServicePort.OF_TOXIPROXY + "}",
      description = "port of Toxiproxy's API, which moves where the service may want its usual one")
  int port = ServicePort.OF_TOXIPROXY;
}
