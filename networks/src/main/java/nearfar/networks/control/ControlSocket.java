package nearfar.networks.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nearfar.networks.link.Durations;

/**
 * Takes requests for the running wan-control, on a Unix socket in its container's file system. Only
 * processes in the container can reach it. Each connection carries one request and one reply, each
 * a line of JSON.
 */
final class ControlSocket implements AutoCloseable {
  private static final Duration LONGEST_REQUEST = Requests.LONGEST_WAIT.plusSeconds(1);

  /** The pause after a failed accept, for example when no file descriptor is left. */
  static final Duration PAUSE = Duration.ofMillis(100);

  private final ServerSocketChannel channel;
  private final Accept accept;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Binds the socket. Replaces a file that a killed predecessor left.
   *
   * @throws IOException if it cannot be bound
   */
  ControlSocket(Path socket) throws IOException {
    this(socket, ServerSocketChannel::accept);
  }

  /** How a request is accepted. */
  interface Accept {
    SocketChannel from(ServerSocketChannel channel) throws IOException;
  }

  /** For tests, in which an accept can fail. */
  ControlSocket(Path socket, Accept accept) throws IOException {
    this.accept = accept;
    Files.deleteIfExists(socket);
    channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
  }

  /** Answers requests until closed, each on its own virtual thread. */
  void serve(Function<JsonObject, Reply> handler) {
    String lastFailure = "";
    while (channel.isOpen()) {
      try {
        SocketChannel connection = accept.from(channel);
        Thread.ofVirtual().start(() -> answer(connection, handler));
        closeAfter(LONGEST_REQUEST, connection);
        lastFailure = "";
      } catch (IOException closedOrFailed) {
        String failure = String.valueOf(closedOrFailed.getMessage());
        if (channel.isOpen() && !failure.equals(lastFailure)) {
          System.err.println("wan-control: the control socket accepts no request: " + failure);
          lastFailure = failure;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      var _ = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  static void answer(SocketChannel connection, Function<JsonObject, Reply> handler) {
    try (connection) {
      Reply reply;
      try {
        reply = handler.apply((JsonObject) JsonParser.parseString(line(connection)));
      } catch (UncheckedIOException failed) {
        reply = Reply.failed(failed);
      } catch (RuntimeException invalid) {
        reply = Reply.rejected(invalid);
      }
      send(connection, reply.toJson());
    } catch (ClosedChannelException late) {
      System.err.println(
          "wan-control: a request came to no end within " + Durations.format(LONGEST_REQUEST));
    } catch (IOException gone) {
      System.err.println(
          "wan-control: the caller did not wait for the answer: " + gone.getMessage());
    }
  }

  /**
   * Sends a request to the wan-control that serves this socket.
   *
   * @throws IOException if none serves it, or none answers in time
   */
  static Reply ask(Path socket, JsonObject request, Duration atMost) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      closeAfter(atMost, channel);
      channel.connect(UnixDomainSocketAddress.of(socket));
      send(channel, request);
      return Reply.fromJson((JsonObject) JsonParser.parseString(line(channel)));
    } catch (ClosedChannelException late) {
      throw new IOException("no answer within " + Durations.format(atMost), late);
    }
  }

  private static void closeAfter(Duration time, SocketChannel channel) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> {
          try {
            channel.close();
          } catch (IOException closedAlready) {
            // The answer came in time.
          }
        });
  }

  private static void send(SocketChannel channel, JsonObject message) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((message + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }

  private static String line(SocketChannel channel) throws IOException {
    BufferedReader reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the connection ended without a line");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    channel.close();
  }
}
