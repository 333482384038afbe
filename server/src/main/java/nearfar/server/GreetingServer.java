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
 * <p>The constructor binds and listens, {@link #start} accepts and greets, {@link #close} ends.
 * Whoever takes time has a virtual thread of its own, so that none waits for another.
 */
public final class GreetingServer implements AutoCloseable {

  /** How long {@link #close} waits for greetings in flight. */
  public static final Duration GRACE = Duration.ofSeconds(2);

  // After the system refused us a client (no descriptor, no memory), before we ask again.
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final Duration TELL_EVERY = Duration.ofSeconds(1);

  // What a client may have sent and we have not read yet stays in the kernel's memory.
  private static final int RECEIVE_BUFFER = 64 * 1024;

  private final ServerOptions options;
  private final Consumer<ServerEvent> events;
  private final ByteBuffer greeting;
  private final ServerSocketChannel listener;
  private final Accept accept;
  private final ScheduledThreadPoolExecutor timer;
  private final ConnectionLimiter crowd;
  private final LingeringCloser farewells;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Thread acceptor;
  private String lastFailure = "";
  private long lastTold;

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

  /** As the public one, with a system that may refuse what it is asked for. */
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
    this.crowd =
        new ConnectionLimiter(Math.min(options.maxConnections(), FileDescriptorLimit.room()));
    this.farewells = new LingeringCloser(this::left);
  }

  /** A log that fails must not end the thread that accepts, or that closes connections. */
  private static void pass(ServerEvent event, Consumer<ServerEvent> events) {
    try {
      events.accept(event);
    } catch (RuntimeException lost) {
      // There is no other log to which this could be written.
    }
  }

  /** The socket is there, from the constructor; Java binds and listens in one call. */
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

  /** The port that the server listens on, also when the options asked for any. */
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
            options.host(), port(), options.backlog(), greeting.limit(), crowd.size()));
    acceptor = Thread.ofPlatform().name("acceptor-" + port()).start(this::serve);
  }

  private void serve() {
    while (closing.getCount() > 0) {
      try {
        SocketChannel client = accept.from(listener);
        if (crowd.admit()) {
          greet(client);
        } else {
          turnAway(client);
        }
      } catch (IOException | RuntimeException e) {
        if (closing.getCount() > 0) {
          tell(messageOf(e));
          pause();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Greets the client; it is closed when it has finished, too. */
  private void greet(SocketChannel client) {
    Exchange exchange = new Exchange(client, nameOf(client), greeting, options, timer);
    crowd.enter(exchange);
    if (exchange.begin()) {
      farewells.bid(exchange);
    } else {
      farewells.await(exchange);
    }
  }

  private void left(Exchange exchange, ServerEvent how) {
    try {
      events.accept(how);
    } finally {
      crowd.leave(exchange);
    }
  }

  private void turnAway(SocketChannel client) throws IOException {
    String peer = nameOf(client);
    client.close();
    events.accept(new ServerEvent.Rejected(peer, "full"));
  }

  /** Once a second, as long as it is the same: we try again far more often. */
  private void tell(String failure) {
    long now = System.nanoTime();
    if (!failure.equals(lastFailure) || now - lastTold >= TELL_EVERY.toNanos()) {
      events.accept(new ServerEvent.AcceptFailed(failure));
      lastFailure = failure;
      lastTold = now;
    }
  }

  private void pause() {
    try {
      var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the server: takes no new clients, lets those in flight finish for up to {@link #GRACE},
   * and cuts off the rest. Returns when all is closed; a second call does nothing.
   */
  @Override
  public void close() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    stopAccepting();
    int inFlight = crowd.count();
    events.accept(new ServerEvent.Draining(inFlight));
    int abandoned = crowd.allLeft(GRACE) ? 0 : hurryTheRest();
    farewells.close();
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

  /** Returns how many were without the whole greeting. */
  private int hurryTheRest() {
    int cut = crowd.hurryAll();
    crowd.allLeft(Duration.ofMillis(500));
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
