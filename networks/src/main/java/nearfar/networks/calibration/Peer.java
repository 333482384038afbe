package nearfar.networks.calibration;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The far end of a calibration, behind the link like the server. It records when it sends and
 * receives bytes. One thread calls {@link #serve}; the creator closes it.
 */
public final class Peer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final EventLoop eventLoop;
  private final ServerSocketChannel channel;
  private final Map<Integer, PingExchange> pings = new HashMap<>();
  private final Map<Integer, BulkTransfer.Receiver> transfers = new HashMap<>();

  /**
   * Listens.
   *
   * @param port 0 for any free port
   */
  public Peer(int port) throws IOException {
    eventLoop = new EventLoop();
    channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(port), BACKLOG);
    channel.configureBlocking(false);
    channel.register(eventLoop.selector(), SelectionKey.OP_ACCEPT, new Acceptor());
  }

  /** The port that it listens on. */
  public int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** Serves requests for at most that long, or until {@code stopped} returns true. */
  public void serve(Duration atMost, BooleanSupplier stopped) throws IOException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!stopped.getAsBoolean() && System.nanoTime() < deadline) {
      eventLoop.runOnce();
    }
  }

  private void begin(SocketChannel connection, Header header) throws IOException {
    long now = System.nanoTime();
    switch (header.request()) {
      case PINGS -> {
        PingExchange handler =
            new PingExchange(connection, header.count(), header.amount(), now + header.first());
        pings.put(header.id(), handler);
        eventLoop.add(connection, SelectionKey.OP_READ, handler);
      }
      case BULK_DOWN ->
          eventLoop.add(
              connection,
              SelectionKey.OP_READ | SelectionKey.OP_WRITE,
              new BulkTransfer.Sender(connection, header.amount()));
      case BULK_UP -> {
        BulkTransfer.Receiver handler = new BulkTransfer.Receiver(connection, header.amount());
        transfers.put(header.id(), handler);
        eventLoop.add(connection, SelectionKey.OP_READ, handler);
      }
      case REPORT_PINGS -> answer(connection, PeerReports.of(pings, header.count()));
      case REPORT_BULK -> answer(connection, PeerReports.of(transfers.get(header.id())));
    }
  }

  private void answer(SocketChannel connection, ByteBuffer report) throws IOException {
    eventLoop.add(connection, SelectionKey.OP_WRITE, new ReportWriter(connection, report));
  }

  @Override
  public void close() throws IOException {
    try (eventLoop) {
      channel.close();
    }
  }

  /** Accepts connections. */
  private final class Acceptor implements EventLoop.Handler {
    @Override
    public void ready(SelectionKey key) throws IOException {
      SocketChannel connection = channel.accept();
      if (connection != null) {
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        eventLoop.add(connection, SelectionKey.OP_READ, new HeaderReader(connection));
      }
    }

    @Override
    public long tick(long now) {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean done() {
      return false;
    }
  }

  /** Reads the header of a new connection. */
  private final class HeaderReader implements EventLoop.Handler {
    private final SocketChannel connection;
    private final ByteBuffer bytes = ByteBuffer.allocate(Header.SIZE);
    private boolean ended;

    HeaderReader(SocketChannel connection) {
      this.connection = connection;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
      ended = connection.read(bytes) < 0;
      if (!bytes.hasRemaining()) {
        try {
          begin(connection, Header.from(bytes.flip()));
        } catch (RuntimeException invalid) {
          ended = true;
        }
      }
    }

    @Override
    public long tick(long now) {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean done() {
      return ended;
    }
  }

  /** Writes a report, then ends. */
  private record ReportWriter(SocketChannel connection, ByteBuffer report)
      implements EventLoop.Handler {
    @Override
    public void ready(SelectionKey key) throws IOException {
      connection.write(report);
    }

    @Override
    public long tick(long now) {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean done() {
      return !report.hasRemaining();
    }
  }
}
