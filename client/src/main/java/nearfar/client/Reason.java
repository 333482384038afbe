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
  static Reason ofConnecting(IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> NAME_UNKNOWN;
      case SocketTimeoutException _ -> CONNECT_TIMEOUT;
      // The kernel gave up before our own time-out did.
      case ConnectException e when says(e, "timed out") -> CONNECT_TIMEOUT;
      case ConnectException _ -> REFUSED;
      default -> ofBoth(failure);
    };
  }

  /** What it means that receiving failed like this. */
  static Reason ofReceiving(IOException failure) {
    return switch (failure) {
      case SocketTimeoutException _ -> READ_TIMEOUT;
      case SocketException e when says(e, "timed out") -> READ_TIMEOUT;
      default -> ofBoth(failure);
    };
  }

  private static Reason ofBoth(IOException failure) {
    return switch (failure) {
      case NoRouteToHostException _ -> UNREACHABLE;
      // Java has no class for ENETUNREACH and ENETDOWN, only the system's words.
      case SocketException e when says(e, "unreachable") || says(e, "network is down") ->
          UNREACHABLE;
      // Who sends into a connection that was reset is told of it in these words.
      case SocketException e when says(e, "connection reset") || says(e, "broken pipe") -> RESET;
      default -> OTHER;
    };
  }

  private static boolean says(IOException failure, String words) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}
