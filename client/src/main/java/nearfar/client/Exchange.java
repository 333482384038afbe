package nearfar.client;

import java.util.OptionalLong;

/**
 * One exchange with a server, from the start of connect to the end. All times are {@link
 * System#nanoTime()}; on Linux that is the same clock in every process since the host started.
 *
 * <p>A watch tells its kinds apart by instanceof: a switch over types makes a class when it runs
 * first, which no AOT cache keeps.
 */
public sealed interface Exchange {

  /** When connecting began; the look-up of the name came before. */
  long startNanos();

  /** When the connection stood, or empty if it never did. */
  OptionalLong connectedNanos();

  /** When the exchange was over: the end of the stream, or the failure. */
  long endNanos();

  /** What came, of a greeting or of one that broke off. */
  Received received();

  /** How long connecting took, or empty if there was no connection. */
  default OptionalLong connectTook() {
    OptionalLong connected = connectedNanos();
    return connected.isPresent()
        ? OptionalLong.of(connected.getAsLong() - startNanos())
        : OptionalLong.empty();
  }

  /**
   * The server sent at least one byte and closed in good order; or, where the client's dialogue
   * says what makes it whole, the answer came as far as that.
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
   * There was no greeting, or no whole one.
   *
   * @param detail one line for people: what happened, and where
   * @param received what came before it failed
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
