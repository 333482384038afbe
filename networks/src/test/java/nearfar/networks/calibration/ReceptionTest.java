package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ReceptionTest {

  @Test
  void anAnswerThatEndsTooEarlyIsToldInWords() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket door = new ServerSocket(0, 1, loopback)) {
      Thread.ofPlatform().daemon().start(() -> takeAndEnd(door));
      Reception reception = new Reception(loopback.getHostAddress(), door.getLocalPort());
      IOException ended = assertThrows(IOException.class, () -> reception.transfer(0));
      assertEquals("the connection was ended", ended.getMessage());
    }
  }

  private static void takeAndEnd(ServerSocket door) {
    try (Socket visitor = door.accept()) {
      visitor.getInputStream().readNBytes(Header.SIZE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
