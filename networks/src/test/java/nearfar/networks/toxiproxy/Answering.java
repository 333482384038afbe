package nearfar.networks.toxiproxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A listener on 127.0.0.1 that sends the given answers, one for each request, and repeats the last
 * one.
 */
final class Answering implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 500;

  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  Answering() throws IOException {
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  synchronized void answer(String... next) {
    answers.clear();
    for (String each : next) {
      answers.add(each);
    }
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket visitor = listener.accept();
        // A client that ignores the rest of an answer may leave its connection open.
        Thread.ofVirtual().start(() -> serve(visitor));
      } catch (IOException closed) {
        // Closed.
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor) {
      visitor.setSoTimeout(PATIENCE_MILLIS);
      requestOf(visitor.getInputStream());
      visitor.getOutputStream().write(next().getBytes(StandardCharsets.ISO_8859_1));
      visitor.shutdownOutput();
      visitor.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // The next connection may stay open longer.
    }
  }

  private synchronized String next() {
    String next = answers.size() > 1 ? answers.poll() : answers.peek();
    return next == null ? "" : next;
  }

  /** Reads its head and its body, so that closing resets nothing. */
  private static void requestOf(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.toString().endsWith("\r\n\r\n")) {
        in.readNBytes(length(head.toString()));
        return;
      }
    }
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.startsWith("Content-Length: "))
        .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
