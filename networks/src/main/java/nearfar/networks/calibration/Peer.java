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
 * The far end of a calibration: it stands where the server stands, behind the link, and notes when
 * what the prober sends arrives, and when it sends itself. One thread runs {@link #serve}; who made
 * it closes it.
 */
public final class Peer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Loop loop;
  private final ServerSocketChannel channel;
  private final Map<Integer, Pings> pings = new HashMap<>();
  private final Map<Integer, Bulk.Receive> transfers = new HashMap<>();

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   */
  public Peer(int port) throws IOException {
    loop = new Loop();
    channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(port), BACKLOG);
    channel.configureBlocking(false);
    channel.register(loop.selector(), SelectionKey.OP_ACCEPT, new PortProbe());
  }

  /** Where it listens. */
  public int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** Does what is wished for that long at most, or until {@code stopped} says so. */
  public void serve(Duration atMost, BooleanSupplier stopped) throws IOException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!stopped.getAsBoolean() && System.nanoTime() < deadline) {
      loop.turn();
    }
  }

  private void begin(SocketChannel visitor, Header header) throws IOException {
    long now = System.nanoTime();
    switch (header.wish()) {
      case PINGS -> {
        Pings talk = new Pings(visitor, header.count(), header.amount(), now + header.first());
        pings.put(header.id(), talk);
        loop.add(visitor, SelectionKey.OP_READ, talk);
      }
      case BULK_DOWN ->
          loop.add(
              visitor,
              SelectionKey.OP_READ | SelectionKey.OP_WRITE,
              new Bulk.Send(visitor, header.amount()));
      case BULK_UP -> {
        Bulk.Receive talk = new Bulk.Receive(visitor, header.amount());
        transfers.put(header.id(), talk);
        loop.add(visitor, SelectionKey.OP_READ, talk);
      }
      case REPORT_PINGS -> answer(visitor, Reports.of(pings, header.count()));
      case REPORT_BULK -> answer(visitor, Reports.of(transfers.get(header.id())));
    }
  }

  private void answer(SocketChannel visitor, ByteBuffer report) throws IOException {
    loop.add(visitor, SelectionKey.OP_WRITE, new Answer(visitor, report));
  }

  @Override
  public void close() throws IOException {
    try (loop) {
      channel.close();
    }
  }

  /** Where visitors come in. */
  private final class PortProbe implements Loop.Talk {
    @Override
    public void ready(SelectionKey key) throws IOException {
      SocketChannel visitor = channel.accept();
      if (visitor != null) {
        visitor.setOption(StandardSocketOptions.TCP_NODELAY, true);
        loop.add(visitor, SelectionKey.OP_READ, new Entrance(visitor));
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

  /** A visitor who has not said yet what is wished. */
  private final class Entrance implements Loop.Talk {
    private final SocketChannel visitor;
    private final ByteBuffer bytes = ByteBuffer.allocate(Header.SIZE);
    private boolean ended;

    Entrance(SocketChannel visitor) {
      this.visitor = visitor;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
      ended = visitor.read(bytes) < 0;
      if (!bytes.hasRemaining()) {
        try {
          begin(visitor, Header.from(bytes.flip()));
        } catch (RuntimeException senseless) {
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

  /** Says one thing, and ends. */
  private record Answer(SocketChannel visitor, ByteBuffer report) implements Loop.Talk {
    @Override
    public void ready(SelectionKey key) throws IOException {
      visitor.write(report);
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
