package nearfar.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads what a client sends and throws it away, until the client has ended or sent too much. */
final class Drain implements Runnable {

  // Nobody looks at these bytes, so all connections may write over each other's.
  private static final ByteBuffer BIN = ByteBuffer.allocateDirect(16 * 1024);

  private final ReadableByteChannel client;
  private final long limit;
  private volatile long drained;
  private volatile @Nullable IOException failure;

  Drain(ReadableByteChannel client, long limit) {
    this.client = client;
    this.limit = limit;
  }

  /** Reads once, and tells whether that was the end, or the limit. */
  boolean hasEnded() throws IOException {
    return drained >= limit || !read(BIN.duplicate()) || drained >= limit;
  }

  @Override
  public void run() {
    ByteBuffer bin = BIN.duplicate();
    try {
      while (drained < limit && read(bin)) {}
    } catch (IOException e) {
      failure = e;
    }
  }

  /** Returns whether there may be more. */
  private boolean read(ByteBuffer bin) throws IOException {
    long before = drained;
    bin.clear().limit((int) Math.min(bin.capacity(), limit - before));
    int read = client.read(bin);
    drained = before + Math.max(read, 0);
    return read >= 0;
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
