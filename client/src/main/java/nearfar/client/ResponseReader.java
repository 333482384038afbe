package nearfar.client;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What has been received so far in an exchange; outlives the failure that ends it. Not safe for use
 * by several threads at once.
 */
public final class ResponseReader {

  private final Payload.Search search;
  private final boolean expects;
  private final long maxBytes;
  private final CRC32C crc = new CRC32C();
  private long bytes;
  private long lastByteNanos;

  /**
   * Nothing has come yet.
   *
   * @param expect what makes it whole; may be nothing, and then the end of the stream does
   * @param maxBytes the longest greeting, at least 1
   */
  public ResponseReader(Payload expect, long maxBytes) {
    this.search = expect.search();
    this.expects = !expect.isEmpty();
    this.maxBytes = maxBytes;
  }

  /**
   * Takes in what one receive has returned, as far as it belongs to the greeting.
   *
   * @param greeting is given what of it is no longer than allowed
   */
  public void add(byte[] buffer, int length, OutputStream greeting) throws IOException {
    lastByteNanos = System.nanoTime();
    int part = expects ? search.advance(buffer, length) : length;
    int allowed = (int) Math.min(part, Math.max(0, maxBytes - bytes));
    bytes += part;
    crc.update(buffer, 0, part);
    greeting.write(buffer, 0, allowed);
  }

  /** Whether it needs no end of the stream to be whole, or can be whole no more. */
  public boolean isSettled() {
    return isTooLong() || (expects && search.found());
  }

  private boolean isTooLong() {
    return bytes > maxBytes;
  }

  /** What it lacks to be a greeting, once nothing more will come; null if it is one. */
  public @Nullable Reason flaw() {
    if (bytes == 0) {
      return Reason.CLOSED_WITHOUT_GREETING;
    }
    if (isTooLong()) {
      return Reason.TOO_LONG;
    }
    return expects && !search.found() ? Reason.UNEXPECTED : null;
  }

  /** By {@link System#nanoTime()}; of no meaning where no byte came. */
  public long lastByteNanos() {
    return lastByteNanos;
  }

  public Received received() {
    return new Received(bytes, (int) crc.getValue());
  }
}
