package nearfar.client.diagram;

import java.net.InetAddress;

/** One end of a TCP connection. */
record Endpoint(InetAddress address, int port) {

  /** Address and port, such as {@code 10.44.0.3:4444}. */
  @Override
  public String toString() {
    return address.getHostAddress() + ":" + port;
  }
}
