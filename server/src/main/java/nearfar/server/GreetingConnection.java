package nearfar.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: greets the client, reads what it sends, and closes.
 *
 * <p>Closing a socket that holds unread input sends a reset, which may overtake and destroy a
 * greeting on its way (RFC 2525, 2.17). So the server ends only its output after the greeting, and
 * closes when the client has ended its own, or its time is over.
 *
 * <p>Call {@link #begin}, then {@link #look}, then {@link #finish} if it has not ended. The first
 * two never block: one thread does them for all connections.
 */
final class GreetingConnection {

  // A send buffer may not take more at once.
  private static final int MOST_AT_ONCE = 4 * 1024;

  // Bounds what a thousand slow readers of a large greeting keep in the kernel's memory, which
  // counts as the container's.
  private static final int SEND_BUFFER = 32 * 1024;

  private static final int PIECE = 16 * 1024;

  private final SocketChannel client;
  private final String peer;
  private final ByteBuffer greeting;
  private final ServerOptions options;
  private final ScheduledExecutorService timer;
  private final Drain drain;
  private final long accepted = System.nanoTime();
  private volatile boolean greeted;
  private volatile long lastProgress = accepted;
  private volatile @Nullable String abandoned;
  private @Nullable ServerEvent failed;

  /** Takes over the client, and closes it in the end. The greeting's bytes are never changed. */
  GreetingConnection(
      SocketChannel client,
      String peer,
      ByteBuffer greeting,
      ServerOptions options,
      ScheduledExecutorService timer) {
    this.client = client;
    this.peer = peer;
    this.greeting = greeting.duplicate();
    this.options = options;
    this.timer = timer;
    this.drain = new Drain(client, options.drainBytes());
  }

  /**
   * Greets, if the greeting can be handed to the kernel at once.
   *
   * @return whether {@link #look} can end the connection; false if only {@link #finish} can
   */
  boolean begin() {
    try {
      client.configureBlocking(false);
      if (greeting.remaining() <= MOST_AT_ONCE) {
        client.write(greeting);
      }
      if (greeting.hasRemaining()) {
        return false;
      }
      endOutput();
    } catch (IOException e) {
      failed = failure();
    }
    return true;
  }

  /** Returns how the connection ended, and closes; null if the client has not ended yet. */
  @Nullable ServerEvent look() {
    try {
      if (failed == null) {
        if (!drain.hasEnded()) {
          return null;
        }
        client.close();
      }
      return failed == null ? success() : failed;
    } catch (IOException e) {
      return failure();
    }
  }

  /** Does the rest on the calling thread, closes, and returns how the connection ended. */
  ServerEvent finish() {
    try (client) {
      client.configureBlocking(true);
      if (greeted) {
        try (var _ = after(drainTimeLeft(), this::listenNoLonger)) {
          drain.run();
        }
      } else {
        // A client that sends before it reads would wait for us to read while we wait for it to.
        Thread reader = Thread.startVirtualThread(drain);
        writeInPieces();
        endOutput();
        try (var _ = after(options.drainTime(), this::listenNoLonger)) {
          reader.join();
        }
      }
      drain.check();
      return success();
    } catch (IOException e) {
      return failure();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ServerEvent.Failed(peer, "shutdown");
    }
  }

  private void writeInPieces() throws IOException {
    client.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
    int end = greeting.limit();
    while (greeting.position() < end) {
      greeting.limit(Math.min(greeting.position() + PIECE, end));
      // A blocking write has no time-out.
      try (var _ = after(options.stallTime(), () -> abandon("stalled"))) {
        while (greeting.hasRemaining()) {
          client.write(greeting);
        }
      }
      lastProgress = System.nanoTime();
    }
  }

  /** Ends the output, and with it the greeting. */
  private void endOutput() throws IOException {
    client.shutdownOutput();
    lastProgress = System.nanoTime();
    greeted = true;
  }

  /** To be called when the client is closed. */
  private ServerEvent success() {
    return new ServerEvent.Greeted(
        peer, greeting.limit(), Duration.ofNanos(lastProgress - accepted), drain.drained());
  }

  private ServerEvent failure() {
    try {
      client.close();
    } catch (IOException e) {
      // The client is gone already.
    }
    String reason = abandoned;
    return new ServerEvent.Failed(peer, reason == null ? "reset" : reason);
  }

  /**
   * Ends the connection now: in order if the greeting is out, by a reset if it is not.
   *
   * @param reason why, where it is cut
   * @return whether the greeting was cut
   */
  boolean hurry(String reason) {
    boolean cut = !greeted;
    if (cut) {
      abandon(reason);
    } else {
      listenNoLonger();
    }
    return cut;
  }

  boolean isGreeted() {
    return greeted;
  }

  /** When the client last took something, by {@link System#nanoTime}. */
  long lastProgress() {
    return lastProgress;
  }

  private void listenNoLonger() {
    try {
      client.shutdownInput();
    } catch (IOException e) {
      // The client is gone already.
    }
  }

  private void abandon(String reason) {
    abandoned = reason;
    try {
      // A reset, since an orderly end would make the client take a part for the whole greeting.
      client.setOption(StandardSocketOptions.SO_LINGER, 0);
      client.close();
    } catch (IOException e) {
      // The client is gone already.
    }
  }

  private Duration drainTimeLeft() {
    Duration left = options.drainTime().minusNanos(System.nanoTime() - lastProgress);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Does the action when the time is over, unless what is returned is closed before. */
  private Limit after(Duration time, Runnable action) {
    Future<?> alarm = timer.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
    return () -> alarm.cancel(false);
  }

  private interface Limit extends AutoCloseable {
    @Override
    void close();
  }

  /** The event of a connection that was not greeted for this reason. */
  ServerEvent failed(String reason) {
    return new ServerEvent.Failed(peer, reason);
  }
}
