package nearfar.networks.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOMENT_MILLIS = 300;
  private static final int LONG_MILLIS = 10_000;

  @Test
  void nobodyIsAnswered() throws IOException {
    try (Hole hole = Hole.open(0, PATIENCE)) {
      assertUnanswered(hole);
    }
  }

  @Test
  void whoConnectsBeforeItsQueueIsFullIsResetAndNobodyIsAnsweredAfterwards() throws IOException {
    try (Socket stranger = new Socket();
        Hole hole = Hole.open(0, PATIENCE, listening -> comeOnce(stranger, listening))) {
      stranger.setSoTimeout(LONG_MILLIS);
      SocketException thrownOut =
          assertThrows(SocketException.class, () -> stranger.getInputStream().read());
      assertEquals("Connection reset", thrownOut.getMessage());
      assertUnanswered(hole);
    }
  }

  private static void comeOnce(Socket stranger, Hole hole) {
    try {
      if (!stranger.isConnected()) {
        stranger.connect(at(hole), LONG_MILLIS);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void assertUnanswered(Hole hole) throws IOException {
    try (Socket asking = new Socket()) {
      assertThrows(SocketTimeoutException.class, () -> asking.connect(at(hole), MOMENT_MILLIS));
    }
  }

  private static InetSocketAddress at(Hole hole) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), hole.port());
  }
}
