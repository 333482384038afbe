package nearfar.client;

import java.util.HexFormat;

/**
 * Length and checksum of the bytes received in an exchange.
 *
 * @param bytes number of bytes, at least 0
 * @param crc32c checksum (RFC 3720, appendix B.4)
 */
public record Received(long bytes, int crc32c) {

  public static final Received NOTHING = new Received(0, 0);

  /** The checksum in eight hexadecimal digits, such as {@code e3069283}. */
  public String checksum() {
    return HexFormat.of().toHexDigits(crc32c);
  }
}
