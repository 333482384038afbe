package nearfar.client.diagram;

/** One TCP connection; {@code client} is the endpoint that sent the first SYN. */
record Flow(Endpoint client, Endpoint server) {

  Flow reversed() {
    return new Flow(server, client);
  }
}
