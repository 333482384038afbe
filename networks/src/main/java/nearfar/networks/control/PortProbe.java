package nearfar.networks.control;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** The gateway's side towards the clients, tried as a client would. */
record PortProbe(String host, int port) {
  /** Long for a neighbour on the same machine, and short for who waits for the answer. */
  private static final int ANSWER_MILLIS = 100;

  /** Whether who connects gets no answer at all. */
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
