package nearfar.client;

/**
 * The bytes that a client sends and expects.
 *
 * @param send sent as soon as the connection is established; may be empty
 * @param expect bytes that the answer has to contain; unless it is empty, the exchange ends with
 *     these bytes, even if the service keeps the connection open
 * @param readsOnce whether the first receive, of at most 1024 bytes, is the whole answer, as in the
 *     tutorial's {@code recv(1024)}
 */
public record Dialogue(Payload send, Payload expect, boolean readsOnce) {

  /** Sends nothing and receives any bytes to the end, unlike the tutorial, which reads once. */
  public static final Dialogue LISTENING = new Dialogue(Payload.NOTHING, Payload.NOTHING, false);
}
