package nearfar.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Why an exchange did not end in a greeting. The identifiers are stable: programs read them. */
public enum Reason {
  /** The host answered that no process listens on that port. */
  REFUSED,
  /** There is no route to the host or to its network. */
  UNREACHABLE,
  /** The host did not answer the connect in time. */
  CONNECT_TIMEOUT,
  /** Connected, but the greeting had not ended in time. */
  READ_TIMEOUT,
  /** The connection was reset. */
  RESET,
  /** The host's name has no address. */
  NAME_UNKNOWN,
  /** The connection was closed normally without a single byte. */
  CLOSED_WITHOUT_GREETING,
  /** The greeting is longer than the limit. */
  TOO_LONG,
  /** The answer ended without the expected bytes. */
  UNEXPECTED,
  /** Any other failure; the exchange's detail has the system's message. */
  OTHER;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable identifier, such as {@code connect-timeout}. */
  public String id() {
    return id;
  }

  /** The reason for a failure of {@code connect} or of the name's look-up. */
  public static Reason ofConnecting(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return NAME_UNKNOWN;
    }
    if (failure instanceof SocketTimeoutException) {
      return CONNECT_TIMEOUT;
    }
    if (failure instanceof ConnectException) {
      // The kernel may give up before our own time-out.
      return messageContains(failure, "timed out") ? CONNECT_TIMEOUT : REFUSED;
    }
    return ofEither(failure);
  }

  /** The reason for a failure while receiving. */
  public static Reason ofReceiving(IOException failure) {
    boolean late =
        failure instanceof SocketTimeoutException
            || (failure instanceof SocketException && messageContains(failure, "timed out"));
    return late ? READ_TIMEOUT : ofEither(failure);
  }

  private static Reason ofEither(IOException failure) {
    if (failure instanceof NoRouteToHostException) {
      return UNREACHABLE;
    }
    // Java has no exception class for ENETUNREACH and ENETDOWN, and none for failures while a
    // channel
    // sends: only the system's message differs.
    if (messageContains(failure, "unreachable") || messageContains(failure, "network is down")) {
      return UNREACHABLE;
    }
    // These are the messages for a send into a connection that was reset.
    return messageContains(failure, "connection reset") || messageContains(failure, "broken pipe")
        ? RESET
        : OTHER;
  }

  private static boolean messageContains(IOException failure, String text) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(text);
  }
}
