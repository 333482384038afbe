package nearfar.lab.scenario.judge;

import java.util.zip.CRC32C;
import nearfar.lab.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Bytes, as far as they can be told apart without being kept.
 *
 * @param crc32c in eight hexadecimal digits; null if there are none
 */
public record Content(long bytes, @Nullable String crc32c) {

  /** What somebody sends. */
  public static Content of(byte[] sent) {
    CRC32C checksum = new CRC32C();
    checksum.update(sent);
    return new Content(
        sent.length, sent.length == 0 ? null : "%08x".formatted(checksum.getValue()));
  }

  /** What arrived in an exchange. */
  static Content of(Exchange exchange) {
    return new Content(exchange.bytes(), exchange.crc32c());
  }
}
