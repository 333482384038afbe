package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Connections that send random bytes to an {@link Echo} and compare what comes back, one transfer
 * after another until {@link #finish}. A quarter of them keep their connection. The others open a
 * connection for each transfer; the server closes it, as after a greeting, while the last bytes are
 * still in transit.
 */
public final class Transfers implements AutoCloseable {
  /** Several of Toxiproxy's chunks, but not a whole number of them. */
  private static final int MANY = 50_001;

  /** One chunk, which a link's rate delays for some milliseconds while the end waits behind it. */
  private static final int FEW = 20_001;

  private static final int PATIENCE_MILLIS = 10_000;

  private final InetSocketAddress echo;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Long>> connections = new ArrayList<>();
  private volatile boolean finishing;

  public Transfers(InetSocketAddress echo, int connections) {
    this.echo = echo;
    for (int i = 0; i < connections; i++) {
      boolean keeps = i % 4 == 0;
      this.connections.add(executor.submit(() -> keeps ? onOneConnection() : onMany()));
    }
  }

  /**
   * Waits for the current transfers to end; returns the number of transfers of each connection.
   *
   * @throws java.util.concurrent.ExecutionException if a transfer failed, or returned other bytes
   *     than it sent
   */
  public List<Long> finish() throws Exception {
    finishing = true;
    List<Long> transfers = new ArrayList<>();
    for (Future<Long> each : connections) {
      transfers.add(each.get());
    }
    return transfers;
  }

  private long onOneConnection() throws Exception {
    long transfers = 0;
    try (Socket socket = connect()) {
      while (!finishing) {
        byte[] sent = randomBytes(MANY);
        Future<?> sending = executor.submit(() -> send(socket, sent.length, sent));
        assertArrayEquals(sent, socket.getInputStream().readNBytes(sent.length));
        sending.get();
        transfers++;
      }
    }
    return transfers;
  }

  private long onMany() throws Exception {
    long transfers = 0;
    while (!finishing) {
      try (Socket socket = connect()) {
        byte[] sent = randomBytes(FEW);
        Future<?> sending = executor.submit(() -> send(socket, -sent.length, sent));
        assertArrayEquals(sent, socket.getInputStream().readAllBytes());
        sending.get();
        transfers++;
      }
    }
    return transfers;
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(echo, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  /** No buffer on the path holds all of it: sending and receiving have to overlap. */
  private static void send(Socket socket, int announced, byte[] bytes) {
    try {
      DataOutputStream output = new DataOutputStream(socket.getOutputStream());
      output.writeInt(announced);
      output.write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    finishing = true;
    executor.shutdownNow();
    executor.close();
  }
}
