package nearfar.networks.control;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Connects to the gateway's service port as a client does. */
record PortProbe(String host, int port) {
  /** Long enough on one machine, short enough for a caller that waits. */
  private static final int ANSWER_MILLIS = 100;

  /** Whether a connection attempt gets no answer at all. */
  boolean isSilent() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), ANSWER_MILLIS);
      return false;
    } catch (SocketTimeoutException silence) {
      return true;
    } catch (IOException refusedOrUnknown) {
      return false;
    }
  }
}
