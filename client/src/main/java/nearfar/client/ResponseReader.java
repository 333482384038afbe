package nearfar.client;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Counts and checks the bytes of one exchange; still valid after the exchange has failed. Not
 * thread-safe.
 */
public final class ResponseReader {

  private final Payload.Search search;
  private final boolean expects;
  private final long maxBytes;
  private final CRC32C crc = new CRC32C();
  private long bytes;
  private long lastByteNanos;

  /**
   * Creates a reader without any bytes.
   *
   * @param expect bytes that complete the response; if empty, the end of the stream completes it
   * @param maxBytes the longest greeting, at least 1
   */
  public ResponseReader(Payload expect, long maxBytes) {
    this.search = expect.search();
    this.expects = !expect.isEmpty();
    this.maxBytes = maxBytes;
  }

  /**
   * Adds the bytes of one receive, up to the end of the greeting.
   *
   * @param greeting receives the bytes within the limit
   */
  public void add(byte[] buffer, int length, OutputStream greeting) throws IOException {
    lastByteNanos = System.nanoTime();
    int part = expects ? search.advance(buffer, length) : length;
    int allowed = (int) Math.min(part, Math.max(0, maxBytes - bytes));
    bytes += part;
    crc.update(buffer, 0, part);
    greeting.write(buffer, 0, allowed);
  }

  /** Whether the result is certain before the end of the stream. */
  public boolean isSettled() {
    return isTooLong() || (expects && search.found());
  }

  private boolean isTooLong() {
    return bytes > maxBytes;
  }

  /** The reason why the bytes are not a greeting if no more follow; null if they are one. */
  public @Nullable Reason flaw() {
    if (bytes == 0) {
      return Reason.CLOSED_WITHOUT_GREETING;
    }
    if (isTooLong()) {
      return Reason.TOO_LONG;
    }
    return expects && !search.found() ? Reason.UNEXPECTED : null;
  }

  /** By {@link System#nanoTime()}; undefined if no byte was received. */
  public long lastByteNanos() {
    return lastByteNanos;
  }

  public Received received() {
    return new Received(bytes, (int) crc.getValue());
  }
}
