package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
      ControlSocket.answer(ended, request -> Reply.rejected(new AssertionError(request)));
    } finally {
      System.setErr(err);
    }
    assertEquals(
        "wan-control: a request came to no end within 5s\n",
        messages.toString(StandardCharsets.UTF_8));
  }

  @Test
  @ResourceLock(Resources.SYSTEM_ERR)
  void anAcceptThatKeepsFailingIsToldOnceAndTriedAgainAfterAPause(@TempDir Path folder)
      throws Exception {
    AtomicInteger accepts = new AtomicInteger();
    CountDownLatch several = new CountDownLatch(3);
    PrintStream err = System.err;
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    long began = System.nanoTime();
    Thread serving = null;
    try (ControlSocket socket =
        new ControlSocket(
            folder.resolve("socket"),
            channel -> {
              accepts.incrementAndGet();
              several.countDown();
              throw new IOException("Too many open files");
            })) {
      System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
      serving = Thread.ofPlatform().start(() -> socket.serve(request -> null));
      assertTrue(several.await(10, TimeUnit.SECONDS));
    } finally {
      System.setErr(err);
    }
    serving.join();
    assertEquals(
        "wan-control: the control socket accepts no request: Too many open files\n",
        messages.toString(StandardCharsets.UTF_8));
    long most = 2 + (System.nanoTime() - began) / ControlSocket.PAUSE.toNanos();
    assertTrue(accepts.get() <= most, accepts + " accepts, at most " + most);
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
