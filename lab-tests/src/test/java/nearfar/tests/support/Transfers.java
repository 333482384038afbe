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
 * after another until they are told to finish. A quarter of them keep their connection. The others
 * have a new one for each transfer, which the far side ends, as after a greeting, while the last
 * bytes are still on their way.
 */
public final class Transfers implements AutoCloseable {
  /** Several of the pieces in which Toxiproxy passes data on, and no whole number of them. */
  private static final int MANY = 50_001;

  /** One piece, which a link's rate holds for some milliseconds while the end waits behind it. */
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
   * Lets the transfers under way come to their end; returns how many each connection made.
   *
   * @throws java.util.concurrent.ExecutionException if one failed, or did not bring what was sent
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

  /** Nobody on the way holds all of it, so that it has to be sent while it is received. */
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
