package nearfar.client;

/**
 * What a client says and waits for, beside receiving to the end.
 *
 * @param send goes out as soon as the connection stands; may be nothing
 * @param expect what the answer has to contain; where it is something, the exchange ends with it,
 *     so that a service which keeps connections open works as well
 * @param readsOnce whether what the first receive returns, 1024 bytes at most, is taken for the
 *     whole answer, as the tutorial's {@code recv(1024)} does
 */
public record Dialogue(Payload send, Payload expect, boolean readsOnce) {

  /** The tutorial's, but for receiving to the end: it sends nothing and takes whatever comes. */
  public static final Dialogue LISTENING = new Dialogue(Payload.NOTHING, Payload.NOTHING, false);
}
