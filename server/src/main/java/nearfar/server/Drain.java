package nearfar.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads and discards what a client sends, until the client ends its output or the limit. */
final class Drain implements Runnable {

  // Shared by all connections: the bytes are never read back.
  private static final ByteBuffer BIN = ByteBuffer.allocateDirect(16 * 1024);

  private final ReadableByteChannel client;
  private final long limit;
  private volatile long drained;
  private volatile @Nullable IOException failure;

  Drain(ReadableByteChannel client, long limit) {
    this.client = client;
    this.limit = limit;
  }

  /** Reads once; returns whether the client has ended its output, or reached the limit. */
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

  /** Throws the failure that ended the drain, if there was one. */
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
