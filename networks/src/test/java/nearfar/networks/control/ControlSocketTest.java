package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ControlSocketTest {

  @Test
  @ResourceLock(Resources.SYSTEM_ERR)
  void aVisitThatIsEndedBeforeAnythingWasAskedIsToldInWords() throws IOException {
    SocketChannel ended = SocketChannel.open(StandardProtocolFamily.UNIX);
    ended.close();
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
      ControlSocket.answer(ended, request -> Reply.rejected(new AssertionError(request)));
    } finally {
      System.setErr(err);
    }
    assertEquals(
        "wan-control: a request came to no end within 5s\n", told.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whoDoesNotAnswerInTimeIsToldSo(@TempDir Path folder) throws IOException {
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.bind(UnixDomainSocketAddress.of(socket));
      IOException late =
          assertThrows(
              IOException.class,
              () -> ControlSocket.ask(socket, Requests.show(), Duration.ofMillis(50)));
      assertEquals("no answer within 50ms", late.getMessage());
    }
  }
}
