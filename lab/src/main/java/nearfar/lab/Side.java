package nearfar.lab;

/** The side of the lab on which a client runs. */
public enum Side {
  /** On the LAN, as the server. */
  NEAR("client-lan"),
  /** On the WAN, behind the gateway. */
  FAR("client-wan");

  private final String service;

  Side(String service) {
    this.service = service;
  }

  /** The name of these clients' service in the compose file. */
  public String service() {
    return service;
  }
}
