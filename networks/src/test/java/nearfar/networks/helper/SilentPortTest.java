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

class SilentPortTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOMENT_MILLIS = 300;
  private static final int LONG_MILLIS = 10_000;

  @Test
  void noClientIsAnswered() throws IOException {
    try (SilentPort silentPort = SilentPort.open(0, PATIENCE)) {
      assertUnanswered(silentPort);
    }
  }

  @Test
  void aClientThatConnectsBeforeTheQueueIsFullIsResetAndNoClientIsAnsweredAfterwards()
      throws IOException {
    try (Socket client = new Socket();
        SilentPort silentPort =
            SilentPort.open(0, PATIENCE, listening -> connectOnce(client, listening))) {
      client.setSoTimeout(LONG_MILLIS);
      SocketException reset =
          assertThrows(SocketException.class, () -> client.getInputStream().read());
      assertEquals("Connection reset", reset.getMessage());
      assertUnanswered(silentPort);
    }
  }

  private static void connectOnce(Socket client, SilentPort silentPort) {
    try {
      if (!client.isConnected()) {
        client.connect(at(silentPort), LONG_MILLIS);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void assertUnanswered(SilentPort silentPort) throws IOException {
    try (Socket asking = new Socket()) {
      assertThrows(
          SocketTimeoutException.class, () -> asking.connect(at(silentPort), MOMENT_MILLIS));
    }
  }

  private static InetSocketAddress at(SilentPort silentPort) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), silentPort.port());
  }
}
