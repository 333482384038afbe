package nearfar.client.diagram;

import java.io.IOException;

/** What should be a pcap file is none, or one that is not understood. */
public final class PcapException extends IOException {

  private static final long serialVersionUID = 1;

  PcapException(String message) {
    super(message);
  }
}
