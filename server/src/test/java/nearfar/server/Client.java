package nearfar.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A plain client on loopback, all of whose steps are bounded. */
final class Client implements AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  private final Socket socket = new Socket();

  private Client() {}

  static Client connect(int port) throws IOException {
    return connect(port, 0);
  }

  /** Connects with a receive buffer of this size, so that the server soon has to wait; 0 is any. */
  static Client connect(int port, int receiveBuffer) throws IOException {
    Client client = new Client();
    if (receiveBuffer > 0) {
      client.socket.setReceiveBufferSize(receiveBuffer);
    }
    client.socket.setSoTimeout(PATIENCE_MS);
    client.socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
    return client;
  }

  /** Connects, reads to the end, closes. */
  static String greetingFrom(int port) throws IOException {
    try (Client client = connect(port)) {
      return client.readAll();
    }
  }

  String readAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  String read(int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
  }

  /** Sends so many bytes, without reading. */
  void send(int bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] piece = new byte[Math.clamp(bytes, 1, 64 * 1024)];
    for (int left = bytes; left > 0; left -= piece.length) {
      out.write(piece, 0, Math.min(piece.length, left));
    }
  }

  static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  /** Closes in the middle of a try. */
  void leave() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
