package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PeerClientTest {

  @Test
  void anAnswerThatEndsTooEarlyIsToldInWords() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket peer = new ServerSocket(0, 1, loopback)) {
      Thread.ofPlatform().daemon().start(() -> takeAndEnd(peer));
      PeerClient peerClient = new PeerClient(loopback.getHostAddress(), peer.getLocalPort());
      IOException ended = assertThrows(IOException.class, () -> peerClient.transfer(0));
      assertEquals("the connection was ended", ended.getMessage());
    }
  }

  private static void takeAndEnd(ServerSocket peer) {
    try (Socket connection = peer.accept()) {
      connection.getInputStream().readNBytes(Header.SIZE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
