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
 * The open connections of a load, on one selector and with one shared buffer: connect, receive to
 * the end, close. For one thread, except {@link #wakeup}.
 */
final class Connections implements AutoCloseable {

  private static final int BUFFER = 16 << 10;

  /** Prevents one long greeting from delaying all other connections. */
  private static final int MAX_READS = 64;

  private static final long MILLI = 1_000_000;

  private final GreetingClient target;
  private final InetAddress address;
  private final OpenLoopResult result;
  private final IntConsumer onEnd;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] bytes = new byte[BUFFER];

  // In the order of their deadlines, since all have the same time-out.
  private final SequencedSet<Connection> connecting = new LinkedHashSet<>();
  private final SequencedSet<Connection> receiving = new LinkedHashSet<>();

  /**
   * @param result counts the results of all exchanges
   * @param onEnd receives the client of each exchange that has ended, successfully or not
   */
  Connections(GreetingClient target, InetAddress address, OpenLoopResult result, IntConsumer onEnd)
      throws IOException {
    this.target = target;
    this.address = address;
    this.result = result;
    this.onEnd = onEnd;
  }

  int active() {
    return connecting.size() + receiving.size();
  }

  void open(int client, long scheduledNanos) {
    long start = System.nanoTime();
    result.started(start - scheduledNanos, active() + 1);
    SocketChannel channel;
    try {
      channel = SocketChannel.open();
    } catch (IOException e) {
      result.failed(Reason.OTHER, String.valueOf(e.getMessage()));
      onEnd.accept(client);
      return;
    }
    Connection connection = new Connection(client, channel, target, scheduledNanos, start);
    connecting.add(connection);
    try {
      channel.configureBlocking(false);
      boolean connected = channel.connect(new InetSocketAddress(address, target.port()));
      channel.register(selector, connected ? 0 : SelectionKey.OP_CONNECT, connection);
      if (connected) {
        connected(connection);
      }
    } catch (IOException e) {
      fail(connection, e);
    }
  }

  /** Processes the connections that are ready; does not wait. */
  void processReady() throws IOException {
    selector.selectNow(this::process);
  }

  /** Like {@link #processReady}, but waits for a ready connection, a time-out or a wakeup. */
  void await(long nanos) throws IOException {
    long now = System.nanoTime();
    long left = nanos;
    if (!connecting.isEmpty()) {
      left = Math.min(left, connectDeadline() - now);
    }
    if (!receiving.isEmpty()) {
      left = Math.min(left, receiveDeadline() - now);
    }
    selector.select(this::process, Math.max(1, (left + MILLI - 1) / MILLI));
  }

  /** Makes the current or next {@link #await} return at once. */
  void wakeup() {
    selector.wakeup();
  }

  /** Closes the connections that have timed out; returns whether there were any. */
  boolean closeTimedOut(long now) {
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

  private void process(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isConnectable()) {
        connection.channel.finishConnect();
        connected(connection);
        return;
      }
      if (key.isWritable()) {
        send(connection);
      }
      if (key.isReadable()) {
        receive(connection);
      }
    } catch (IOException e) {
      fail(connection, e);
    }
  }

  private void connected(Connection connection) throws IOException {
    connection.connectedNanos = System.nanoTime();
    result.connected(connection.connectedNanos - connection.startNanos);
    connecting.remove(connection);
    receiving.add(connection);
    send(connection);
  }

  private void send(Connection connection) throws IOException {
    if (connection.unsent.hasRemaining()) {
      connection.channel.write(connection.unsent);
    }
    SelectionKey key = connection.channel.keyFor(selector);
    if (key != null) {
      boolean all = !connection.unsent.hasRemaining();
      key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  private void receive(Connection connection) throws IOException {
    boolean once = target.dialogue().readsOnce();
    for (int reads = 0; reads < MAX_READS; reads++) {
      buffer.clear();
      if (once) {
        buffer.limit(GreetingClient.TUTORIAL_BUFFER);
      }
      int length = connection.channel.read(buffer);
      if (length == 0) {
        return;
      }
      if (length > 0) {
        buffer.get(0, bytes, 0, length);
        connection.reader.add(bytes, length, OutputStream.nullOutputStream());
      }
      if (length < 0 || once || connection.reader.isSettled()) {
        end(connection);
        return;
      }
    }
  }

  private void end(Connection connection) throws IOException {
    Reason flaw = connection.reader.flaw();
    Received received = connection.reader.received();
    if (flaw != null) {
      result.failed(flaw, flaw.id());
    } else if (isExpected(received)) {
      long last = connection.reader.lastByteNanos();
      result.greeted(received, last - connection.startNanos, last - connection.scheduledNanos);
    } else {
      result.wrongGreeting();
    }
    remove(connection);
  }

  /**
   * Compares with the first greeting, except where the answer only has to contain certain bytes.
   */
  private boolean isExpected(Received received) {
    Received first = result.greetingReceived();
    return first == null || !target.dialogue().expect().isEmpty() || received.equals(first);
  }

  private void fail(Connection connection, IOException e) {
    Reason reason =
        connecting.contains(connection) ? Reason.ofConnecting(e) : Reason.ofReceiving(e);
    result.failed(reason, String.valueOf(e.getMessage()));
    try {
      remove(connection);
    } catch (IOException closing) {
      e.addSuppressed(closing); // the exchange has failed already
    }
  }

  private void remove(Connection connection) throws IOException {
    connecting.remove(connection);
    receiving.remove(connection);
    onEnd.accept(connection.client);
    connection.channel.close();
  }

  /** Closes all open connections without a callback. */
  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
