package nearfar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server that sends every client one greeting and closes: bind, listen, accept, greet, close.
 *
 * <pre>{@code
 * try (var server = new GreetingServer(ServerOptions.DEFAULTS.withPort(0), event -> {})) {
 *   server.start();
 *   // clients connect to server.port()
 * }
 * }</pre>
 *
 * <p>The constructor binds and listens, {@link #start} accepts and greets, {@link #close} ends. A
 * slow client gets its own virtual thread.
 */
public final class GreetingServer implements AutoCloseable {

  /** How long {@link #close} waits for greetings in flight. */
  public static final Duration GRACE = Duration.ofSeconds(2);

  // Between a failed accept (no descriptor, no memory) and the next attempt.
  private static final Duration ACCEPT_RETRY_PAUSE = Duration.ofMillis(20);

  private static final Duration REPEAT_LOG_INTERVAL = Duration.ofSeconds(1);

  // Limits the kernel memory that holds a client's unread input.
  private static final int RECEIVE_BUFFER = 64 * 1024;

  private final ServerOptions options;
  private final Consumer<ServerEvent> events;
  private final ByteBuffer greeting;
  private final ServerSocketChannel listener;
  private final Accept accept;
  private final ScheduledThreadPoolExecutor timer;
  private final ConnectionLimiter limiter;
  private final LingeringCloser closer;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Thread acceptor;
  private String lastFailure = "";
  private long lastLogged;

  /**
   * Binds to the host and port of the options and listens there. Clients that connect from now on
   * wait until {@link #start}.
   *
   * @param events receives each event on the thread on which it happens; must not block. If it
   *     throws, the event is lost and the server goes on
   * @throws java.net.UnknownHostException if the host has no address
   * @throws IOException if the address cannot be bound, most often because the port is taken
   */
  public GreetingServer(ServerOptions options, Consumer<ServerEvent> events) throws IOException {
    this(options, events, ServerSocketChannel::accept);
  }

  /** How a client is accepted. */
  interface Accept {
    SocketChannel from(ServerSocketChannel listener) throws IOException;
  }

  /** For tests: {@code accept} may fail as the system's accept can. */
  GreetingServer(ServerOptions options, Consumer<ServerEvent> events, Accept accept)
      throws IOException {
    this.options = options;
    this.events = event -> pass(event, events);
    this.accept = accept;
    byte[] bytes = options.greetingBytes();
    this.greeting = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    this.timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    this.listener = ServerSocketChannel.open();
    bindAndListen();
    this.limiter =
        new ConnectionLimiter(Math.min(options.maxConnections(), FileDescriptorLimit.room()));
    this.closer = new LingeringCloser(this::left);
  }

  /** A log that fails must not end the thread that accepts, or that closes connections. */
  private static void pass(ServerEvent event, Consumer<ServerEvent> events) {
    try {
      events.accept(event);
    } catch (RuntimeException lost) {
      // There is no other log to which this could be written.
    }
  }

  /** Java binds and listens in one call. */
  private void bindAndListen() throws IOException {
    try {
      WarmUp.run(timer);
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
      InetAddress host = InetAddress.getByName(options.host());
      listener.bind(new InetSocketAddress(host, options.port()), options.backlog());
    } catch (IOException e) {
      timer.shutdownNow();
      listener.close();
      throw e;
    }
  }

  /** The port that the server listens on; the port that the system chose if the options have 0. */
  public int port() {
    return listener.socket().getLocalPort();
  }

  /**
   * Starts to accept clients and returns. The process lives until {@link #close}.
   *
   * @throws IllegalStateException if the server was started before, or closed
   */
  public synchronized void start() {
    if (acceptor != null || ended.get()) {
      throw new IllegalStateException("a server starts once");
    }
    events.accept(
        new ServerEvent.Listening(
            options.host(), port(), options.backlog(), greeting.limit(), limiter.size()));
    acceptor = Thread.ofPlatform().name("acceptor-" + port()).start(this::serve);
  }

  private void serve() {
    while (closing.getCount() > 0) {
      try {
        SocketChannel client = accept.from(listener);
        if (limiter.admit()) {
          greet(client);
        } else {
          turnAway(client);
        }
      } catch (IOException | RuntimeException e) {
        if (closing.getCount() > 0) {
          logAcceptFailure(messageOf(e));
          pause();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Greets the client. The connection is closed when it has finished. */
  private void greet(SocketChannel client) {
    GreetingConnection connection =
        new GreetingConnection(client, nameOf(client), greeting, options, timer);
    limiter.enter(connection);
    if (connection.begin()) {
      closer.closeSoon(connection);
    } else {
      closer.await(connection);
    }
  }

  private void left(GreetingConnection connection, ServerEvent how) {
    try {
      events.accept(how);
    } finally {
      limiter.leave(connection);
    }
  }

  private void turnAway(SocketChannel client) throws IOException {
    String peer = nameOf(client);
    client.close();
    events.accept(new ServerEvent.Rejected(peer, "full"));
  }

  /** Logs a repeated failure at most once a second. */
  private void logAcceptFailure(String failure) {
    long now = System.nanoTime();
    if (!failure.equals(lastFailure) || now - lastLogged >= REPEAT_LOG_INTERVAL.toNanos()) {
      events.accept(new ServerEvent.AcceptFailed(failure));
      lastFailure = failure;
      lastLogged = now;
    }
  }

  private void pause() {
    try {
      var _ = closing.await(ACCEPT_RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Stops accepting, waits up to {@link #GRACE} for greetings in flight, and aborts the rest.
   * Returns when everything is closed. A second call does nothing.
   */
  @Override
  public void close() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    stopAccepting();
    int inFlight = limiter.count();
    events.accept(new ServerEvent.Draining(inFlight));
    int abandoned = limiter.allLeft(GRACE) ? 0 : closeTheRest();
    closer.close();
    timer.shutdownNow();
    events.accept(new ServerEvent.Drained(inFlight - abandoned, abandoned));
  }

  private synchronized void stopAccepting() {
    closing.countDown();
    try {
      listener.close();
      if (acceptor != null) {
        acceptor.join();
      }
    } catch (IOException e) {
      // Nothing depends on how a listening socket closes.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the number of clients that did not get the whole greeting. */
  private int closeTheRest() {
    int cut = limiter.closeAll();
    limiter.allLeft(Duration.ofMillis(500));
    return cut;
  }

  private static String nameOf(SocketChannel client) {
    String address = client.socket().getInetAddress().getHostAddress();
    return (address.contains(":") ? "[" + address + "]" : address)
        + ":"
        + client.socket().getPort();
  }

  private static String messageOf(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
