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
  /** The host answered that nobody listens on that port. */
  REFUSED,
  /** There is no way to the host or to its network. */
  UNREACHABLE,
  /** The host did not answer the connect in time. */
  CONNECT_TIMEOUT,
  /** Connected, but the greeting had not ended in time. */
  READ_TIMEOUT,
  /** The connection was broken off by a reset. */
  RESET,
  /** The host's name has no address. */
  NAME_UNKNOWN,
  /** The connection ended in good order without a single byte. */
  CLOSED_WITHOUT_GREETING,
  /** The greeting went on past the bound on its length. */
  TOO_LONG,
  /** The answer ended without what makes it a greeting. */
  UNEXPECTED,
  /** Whatever else went wrong; the exchange's detail has the system's own words. */
  OTHER;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable identifier, such as {@code connect-timeout}. */
  public String id() {
    return id;
  }

  /** What it means that {@code connect} or the look-up of the name failed like this. */
  public static Reason ofConnecting(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return NAME_UNKNOWN;
    }
    if (failure instanceof SocketTimeoutException) {
      return CONNECT_TIMEOUT;
    }
    if (failure instanceof ConnectException) {
      // The kernel may give up before our own time-out does.
      return says(failure, "timed out") ? CONNECT_TIMEOUT : REFUSED;
    }
    return ofBoth(failure);
  }

  /** What it means that receiving failed like this. */
  public static Reason ofReceiving(IOException failure) {
    boolean late =
        failure instanceof SocketTimeoutException
            || (failure instanceof SocketException && says(failure, "timed out"));
    return late ? READ_TIMEOUT : ofBoth(failure);
  }

  private static Reason ofBoth(IOException failure) {
    if (failure instanceof NoRouteToHostException) {
      return UNREACHABLE;
    }
    // Java has no class for ENETUNREACH and ENETDOWN, only the system's words; and for what befalls
    // a
    // channel while it sends, no class at all.
    if (says(failure, "unreachable") || says(failure, "network is down")) {
      return UNREACHABLE;
    }
    // Who sends into a connection that was reset is told of it in these words.
    return says(failure, "connection reset") || says(failure, "broken pipe") ? RESET : OTHER;
  }

  private static boolean says(IOException failure, String words) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}
