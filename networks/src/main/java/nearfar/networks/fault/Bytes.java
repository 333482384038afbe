package nearfar.networks.fault;

/** Numbers of bytes in sentences. */
final class Bytes {
  private Bytes() {}

  static String count(int bytes) {
    return bytes == 1 ? "1 byte" : bytes + " bytes";
  }
}
