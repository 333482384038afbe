package nearfar.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Reads what a client sends and throws it away, until the client has ended or sent too much. */
final class Drain implements Runnable {

  // Nobody looks at these bytes, so all connections may write over each other's.
  private static final byte[] BIN = new byte[16 * 1024];

  private final Socket client;
  private final long limit;
  private volatile long drained;
  private volatile @Nullable IOException failure;

  Drain(Socket client, long limit) {
    this.client = client;
    this.limit = limit;
  }

  @Override
  public void run() {
    try {
      InputStream in = client.getInputStream();
      for (long total = 0; total < limit; drained = total) {
        int read = in.read(BIN, 0, (int) Math.min(BIN.length, limit - total));
        if (read < 0) {
          return;
        }
        total += read;
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /** How many bytes were read. */
  long drained() {
    return drained;
  }

  /** Throws what ended the drain, if that was not the client's end or the limit. */
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
