package nearfar.lab.scenario.judge;

import java.util.zip.CRC32C;
import nearfar.lab.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The size and checksum of some bytes.
 *
 * @param crc32c in eight hexadecimal digits; null if there are none
 */
public record Content(long bytes, @Nullable String crc32c) {

  /** The content of the bytes that a service sends. */
  public static Content of(byte[] sent) {
    CRC32C checksum = new CRC32C();
    checksum.update(sent);
    return new Content(
        sent.length, sent.length == 0 ? null : "%08x".formatted(checksum.getValue()));
  }

  /** The content that arrived in an exchange. */
  static Content of(Exchange exchange) {
    return new Content(exchange.bytes(), exchange.crc32c());
  }
}
