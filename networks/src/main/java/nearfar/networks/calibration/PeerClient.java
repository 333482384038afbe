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
import nearfar.networks.calibration.PeerReports.Stamps;
import nearfar.networks.calibration.PeerReports.Transfer;

/** Asks the peer for its reports, over the unimpaired path. */
final class PeerClient {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long BETWEEN_TRIES = 20_000_000;

  private final InetSocketAddress address;

  PeerClient(String gateway, int port) {
    this.address = new InetSocketAddress(gateway, port);
  }

  /** Opens a connection and sends the header. */
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
   * @throws IOException if the peer does not answer within 10 s
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
                  .formatted(address, notYet.getMessage()),
              notYet);
        }
        LockSupport.parkNanos(BETWEEN_TRIES);
      }
    }
  }

  /** The peer's timestamps of the first connections, in the order of their IDs. */
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
      socket.connect(address, CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(header.bytes().array());
      return reader.read(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    } catch (EOFException ended) {
      throw new IOException("the connection was ended", ended);
    }
  }
}
