package nearfar.client;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** What has been received so far in an exchange; outlives the failure that ends it. */
final class Receipt {

  private final Payload.Search search;
  private final boolean expects;
  private final long maxBytes;
  private final CRC32C crc = new CRC32C();
  private long bytes;
  private long lastByteNanos;

  Receipt(Payload expect, long maxBytes) {
    this.search = expect.search();
    this.expects = !expect.isEmpty();
    this.maxBytes = maxBytes;
  }

  /**
   * Takes in what one receive has returned, as far as it belongs to the greeting.
   *
   * @param greeting is given what of it is no longer than allowed
   */
  void add(byte[] buffer, int length, OutputStream greeting) throws IOException {
    lastByteNanos = System.nanoTime();
    int part = expects ? search.advance(buffer, length) : length;
    int allowed = (int) Math.min(part, Math.max(0, maxBytes - bytes));
    bytes += part;
    crc.update(buffer, 0, part);
    greeting.write(buffer, 0, allowed);
  }

  /** Whether it needs no end of the stream to be whole, or can be whole no more. */
  boolean isSettled() {
    return isTooLong() || (expects && search.found());
  }

  boolean isTooLong() {
    return bytes > maxBytes;
  }

  /** Whether it contains what was expected; anything does where nothing was. */
  boolean isAsExpected() {
    return !expects || search.found();
  }

  boolean isEmpty() {
    return bytes == 0;
  }

  long lastByteNanos() {
    return lastByteNanos;
  }

  Received received() {
    return new Received(bytes, (int) crc.getValue());
  }
}
