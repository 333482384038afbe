package nearfar.client;

import java.util.OptionalLong;

/**
 * One exchange with a server, from the start of connect to the end. All times are {@link
 * System#nanoTime()}; on Linux that is the same clock in every process since the host started.
 *
 * <p>A watch distinguishes the kinds by instanceof: a switch over types generates a class on its
 * first run, which an AOT cache does not keep.
 */
public sealed interface Exchange {

  /** The start of connect, after the look-up of the name. */
  long startNanos();

  /** When the connection was established, or empty if it was not. */
  OptionalLong connectedNanos();

  /** The end of the exchange: the end of the stream, or the failure. */
  long endNanos();

  /** The bytes received, also of an incomplete greeting. */
  Received received();

  /** The duration of connect, or empty if there was no connection. */
  default OptionalLong connectTook() {
    OptionalLong connected = connectedNanos();
    return connected.isPresent()
        ? OptionalLong.of(connected.getAsLong() - startNanos())
        : OptionalLong.empty();
  }

  /**
   * The server sent at least one byte and closed normally. If the dialogue expects certain bytes,
   * the answer contained them.
   *
   * @param lastByteNanos when the last byte was received; the end of the stream may come much later
   * @param received the greeting, of at least 1 byte
   */
  record Greeted(
      long startNanos,
      OptionalLong connectedNanos,
      long lastByteNanos,
      long endNanos,
      Received received)
      implements Exchange {

    /** From the start of connect to the last byte. */
    public long greetingTook() {
      return lastByteNanos - startNanos;
    }
  }

  /**
   * There was no complete greeting.
   *
   * @param detail one line for people: the server's address and the failure
   * @param received the bytes received before the failure
   */
  record Failed(
      long startNanos,
      OptionalLong connectedNanos,
      long endNanos,
      Reason reason,
      String detail,
      Received received)
      implements Exchange {}
}
