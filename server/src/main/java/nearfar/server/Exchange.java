package nearfar.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client at the server: greets it, lets it finish what it sends, and closes.
 *
 * <p>Closing a socket that holds unread input sends a reset, which may overtake and destroy a
 * greeting on its way (RFC 2525, 2.17). So the greeting is followed by the end of the output alone,
 * and the connection is closed when the client has ended too, or had its time.
 */
final class Exchange {

  // A send buffer takes this much at once, whatever the client does.
  private static final int ALWAYS_FITS = 4 * 1024;

  // Bounds what a thousand slow readers of a large greeting keep in the kernel's memory, which
  // counts as the container's.
  private static final int SEND_BUFFER = 32 * 1024;

  private static final int PIECE = 16 * 1024;

  private final Socket client;
  private final String peer;
  private final byte[] greeting;
  private final ServerOptions options;
  private final ScheduledExecutorService timer;
  private volatile boolean greeted;
  private volatile long lastProgress = System.nanoTime();
  private volatile @Nullable String abandoned;

  /** Takes over the client: {@link #run} closes it. The greeting is shared and never changed. */
  Exchange(
      Socket client,
      String peer,
      byte[] greeting,
      ServerOptions options,
      ScheduledExecutorService timer) {
    this.client = client;
    this.peer = peer;
    this.greeting = greeting;
    this.options = options;
    this.timer = timer;
  }

  /** Serves the client on the calling thread and tells how that ended. Called once. */
  ServerEvent run() {
    long accepted = System.nanoTime();
    Drain drain = new Drain(client, options.drainBytes());
    try (client) {
      Duration took;
      if (greeting.length <= ALWAYS_FITS) {
        client.getOutputStream().write(greeting);
        took = greeted(accepted);
        try (var _ = after(options.drainTime(), this::listenNoLonger)) {
          drain.run();
        }
      } else {
        // A client that sends before it reads would wait for us to read while we wait for it to.
        Thread reader = Thread.startVirtualThread(drain);
        writeInPieces();
        took = greeted(accepted);
        try (var _ = after(options.drainTime(), this::listenNoLonger)) {
          reader.join();
        }
      }
      drain.check();
      return new ServerEvent.Greeted(peer, greeting.length, took, drain.drained());
    } catch (IOException e) {
      String reason = abandoned;
      return new ServerEvent.Failed(peer, reason == null ? "reset" : reason);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ServerEvent.Failed(peer, "shutdown");
    }
  }

  private void writeInPieces() throws IOException {
    client.setSendBufferSize(SEND_BUFFER);
    OutputStream out = client.getOutputStream();
    for (int from = 0; from < greeting.length; from += PIECE) {
      // A blocking write has no time-out of its own.
      try (var _ = after(options.stallTime(), () -> abandon("stalled"))) {
        out.write(greeting, from, Math.min(PIECE, greeting.length - from));
      }
      lastProgress = System.nanoTime();
    }
  }

  /** Ends the output, and with it the greeting; returns how long that took. */
  private Duration greeted(long accepted) throws IOException {
    client.shutdownOutput();
    greeted = true;
    lastProgress = System.nanoTime();
    return Duration.ofNanos(lastProgress - accepted);
  }

  /**
   * Ends the exchange now: in order if the greeting is out, by a reset if it is not.
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
      client.setSoLinger(true, 0);
      client.close();
    } catch (IOException e) {
      // The client is gone already.
    }
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
}
