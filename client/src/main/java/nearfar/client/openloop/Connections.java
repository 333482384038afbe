package nearfar.client.openloop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.IntConsumer;
import nearfar.client.GreetingClient;
import nearfar.client.Reason;
import nearfar.client.Received;

/**
 * The exchanges that are under way, on one selector and with one buffer for all: connect, receive
 * to the end, close. For one thread, but for {@link #wakeup}.
 */
final class Connections implements AutoCloseable {

  private static final int BUFFER = 16 << 10;

  /** So that one long greeting does not keep all others waiting. */
  private static final int READS_AT_A_TIME = 64;

  private static final long MILLI = 1_000_000;

  private final GreetingClient target;
  private final InetAddress address;
  private final OpenLoopResult figures;
  private final IntConsumer whoLeaves;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] bytes = new byte[BUFFER];

  // In the order of their deadlines, as all have the same time.
  private final SequencedSet<Connection> connecting = new LinkedHashSet<>();
  private final SequencedSet<Connection> receiving = new LinkedHashSet<>();

  /**
   * @param figures are told how each ends
   * @param whoLeaves is told whose has ended, however it did
   */
  Connections(
      GreetingClient target, InetAddress address, OpenLoopResult figures, IntConsumer whoLeaves)
      throws IOException {
    this.target = target;
    this.address = address;
    this.figures = figures;
    this.whoLeaves = whoLeaves;
  }

  int underWay() {
    return connecting.size() + receiving.size();
  }

  void begin(int client, long appointedNanos) {
    long start = System.nanoTime();
    figures.begun(start - appointedNanos, underWay() + 1);
    SocketChannel channel;
    try {
      channel = SocketChannel.open();
    } catch (IOException e) {
      figures.failed(Reason.OTHER, String.valueOf(e.getMessage()));
      whoLeaves.accept(client);
      return;
    }
    Connection visit = new Connection(client, channel, target, appointedNanos, start);
    connecting.add(visit);
    try {
      channel.configureBlocking(false);
      boolean connected = channel.connect(new InetSocketAddress(address, target.port()));
      channel.register(selector, connected ? 0 : SelectionKey.OP_CONNECT, visit);
      if (connected) {
        connected(visit);
      }
    } catch (IOException e) {
      fail(visit, e);
    }
  }

  /** Goes on with those for whom something has come, and does not wait for it. */
  void proceed() throws IOException {
    selector.selectNow(this::proceed);
  }

  /** The same, but waits: for the first for whom something comes, a time-out, or a wakeup. */
  void await(long nanos) throws IOException {
    long now = System.nanoTime();
    long left = nanos;
    if (!connecting.isEmpty()) {
      left = Math.min(left, connectDeadline() - now);
    }
    if (!receiving.isEmpty()) {
      left = Math.min(left, receiveDeadline() - now);
    }
    selector.select(this::proceed, Math.max(1, (left + MILLI - 1) / MILLI));
  }

  /** Lets {@link #await} return, now or the next time. */
  void wakeup() {
    selector.wakeup();
  }

  /** Breaks off what takes too long; whether there was any. */
  boolean endOverdue(long now) {
    boolean any = false;
    while (!connecting.isEmpty() && now - connectDeadline() >= 0) {
      fail(connecting.getFirst(), new SocketTimeoutException("timed out"));
      any = true;
    }
    while (!receiving.isEmpty() && now - receiveDeadline() >= 0) {
      fail(receiving.getFirst(), new SocketTimeoutException("timed out"));
      any = true;
    }
    return any;
  }

  private long connectDeadline() {
    return connecting.getFirst().startNanos + target.limits().connectTimeout().toNanos();
  }

  private long receiveDeadline() {
    return receiving.getFirst().connectedNanos + target.limits().readTimeout().toNanos();
  }

  private void proceed(SelectionKey key) {
    Connection visit = (Connection) key.attachment();
    try {
      if (key.isConnectable()) {
        visit.channel.finishConnect();
        connected(visit);
        return;
      }
      if (key.isWritable()) {
        send(visit);
      }
      if (key.isReadable()) {
        receive(visit);
      }
    } catch (IOException e) {
      fail(visit, e);
    }
  }

  private void connected(Connection visit) throws IOException {
    visit.connectedNanos = System.nanoTime();
    figures.connected(visit.connectedNanos - visit.startNanos);
    connecting.remove(visit);
    receiving.add(visit);
    send(visit);
  }

  private void send(Connection visit) throws IOException {
    if (visit.unsent.hasRemaining()) {
      visit.channel.write(visit.unsent);
    }
    SelectionKey key = visit.channel.keyFor(selector);
    if (key != null) {
      boolean all = !visit.unsent.hasRemaining();
      key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  private void receive(Connection visit) throws IOException {
    boolean once = target.dialogue().readsOnce();
    for (int reads = 0; reads < READS_AT_A_TIME; reads++) {
      buffer.clear();
      if (once) {
        buffer.limit(GreetingClient.TUTORIALS_BUFFER);
      }
      int length = visit.channel.read(buffer);
      if (length == 0) {
        return;
      }
      if (length > 0) {
        buffer.get(0, bytes, 0, length);
        visit.receipt.add(bytes, length, OutputStream.nullOutputStream());
      }
      if (length < 0 || once || visit.receipt.isSettled()) {
        end(visit);
        return;
      }
    }
  }

  private void end(Connection visit) throws IOException {
    Reason flaw = visit.receipt.flaw();
    Received received = visit.receipt.received();
    if (flaw != null) {
      figures.failed(flaw, flaw.id());
    } else if (isWanted(received)) {
      long last = visit.receipt.lastByteNanos();
      figures.greeted(received, last - visit.startNanos, last - visit.appointedNanos);
    } else {
      figures.greetedWrongly();
    }
    leave(visit);
  }

  /**
   * All are held against the first. Where an answer only has to contain something, the rest of it
   * may be what it likes.
   */
  private boolean isWanted(Received received) {
    Received first = figures.greetingReceived();
    return first == null || !target.dialogue().expect().isEmpty() || received.equals(first);
  }

  private void fail(Connection visit, IOException e) {
    Reason reason = connecting.contains(visit) ? Reason.ofConnecting(e) : Reason.ofReceiving(e);
    figures.failed(reason, String.valueOf(e.getMessage()));
    try {
      leave(visit);
    } catch (IOException closing) {
      e.addSuppressed(closing); // it has failed already
    }
  }

  private void leave(Connection visit) throws IOException {
    connecting.remove(visit);
    receiving.remove(visit);
    whoLeaves.accept(visit.client);
    visit.channel.close();
  }

  /** Breaks off all that are under way; nobody is told. */
  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
