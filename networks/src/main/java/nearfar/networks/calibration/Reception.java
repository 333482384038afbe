package nearfar.networks.calibration;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nearfar.networks.calibration.Reports.Stamps;
import nearfar.networks.calibration.Reports.Transfer;

/** Where the prober asks the peer for what it knows: over the path with nothing added. */
final class Reception {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long BETWEEN_TRIES = 20_000_000;

  private final InetSocketAddress door;

  Reception(String gateway, int port) {
    this.door = new InetSocketAddress(gateway, port);
  }

  /** A connection through a door, with what is wished said. */
  static SocketChannel open(String gateway, int port, Header header) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(new InetSocketAddress(gateway, port), CONNECT_MILLIS);
      channel.write(header.bytes());
      return channel;
    } catch (IOException failed) {
      channel.close();
      throw new IOException("%s:%d: %s".formatted(gateway, port, failed.getMessage()), failed);
    }
  }

  /**
   * Waits until the peer answers; the gateway takes connections before that, and ends them.
   *
   * @throws IOException if it does not within 10 s
   */
  void awaitPeer() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        stamps(0);
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > deadline) {
          throw new IOException(
              "the calibration's peer cannot be reached through the gateway at %s: %s"
                  .formatted(door, notYet.getMessage()),
              notYet);
        }
        LockSupport.parkNanos(BETWEEN_TRIES);
      }
    }
  }

  /** What the peer has sent and received on the first connections, by their ids. */
  List<Stamps> stamps(int count) throws IOException {
    return ask(Header.reportOfPings(count), Stamps::read);
  }

  Transfer transfer(int id) throws IOException {
    return ask(Header.reportOfBulk(id), Transfer::read);
  }

  /** Reads an answer. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private <T> T ask(Header header, Reader<T> reader) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(door, CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(header.bytes().array());
      return reader.read(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    } catch (EOFException ended) {
      throw new IOException("the connection was ended", ended);
    }
  }
}
