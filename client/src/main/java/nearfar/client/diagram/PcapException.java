package nearfar.client.diagram;

import java.io.IOException;

/** The input is not a valid pcap file, or has an unsupported link type. */
public final class PcapException extends IOException {

  private static final long serialVersionUID = 1;

  PcapException(String message) {
    super(message);
  }
}
