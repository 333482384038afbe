package nearfar.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The tutorial's client: socket, connect, receive until the end, close. It never sends a byte.
 *
 * <p>Immutable; any number of threads may exchange at once. Every exchange looks the name up anew,
 * since a container that comes back may have moved. The look-up is over before the clock starts and
 * is bounded by the system's resolver, not by the connect time-out. A process that wants to see
 * such a move at once must also switch off the JVM's own cache of names, as {@link Client} does.
 *
 * @param host a name or an address, IPv4 or IPv6
 * @param port 1 to 65535
 */
public record GreetingClient(String host, int port, Limits limits) {

  /**
   * Checks the ranges; looks nothing up.
   *
   * @throws IllegalArgumentException if the host is blank or the port out of range
   */
  public GreetingClient {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be from 1 to 65535");
    }
  }

  /**
   * One exchange. Whatever happens on the network becomes a result, never an exception.
   *
   * @param greeting is given the bytes as they come, also those of a greeting that then breaks off.
   *     It is not closed, and should not throw: what it throws would count as a failure of the
   *     exchange
   */
  public Exchange exchange(OutputStream greeting) {
    InetAddress[] addresses;
    long start = System.nanoTime();
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      return failed(start, OptionalLong.empty(), Reason.NAME_UNKNOWN, "the name is not known");
    }

    start = System.nanoTime();
    OptionalLong connected = OptionalLong.empty();
    Receipt receipt = new Receipt();
    try (Socket socket = connect(addresses)) {
      connected = OptionalLong.of(System.nanoTime());
      receipt.receiveAll(socket, connected.getAsLong(), greeting);
    } catch (IOException e) {
      return connected.isEmpty()
          ? failedToConnect(start, e)
          : failedToReceive(start, connected, receipt.bytes, e);
    }

    if (receipt.bytes == 0) {
      String detail = "connected, and closed by the other side without a byte";
      return failed(start, connected, Reason.CLOSED_WITHOUT_GREETING, detail);
    }
    if (receipt.bytes > limits.maxBytes()) {
      String detail = "the greeting is longer than " + limits.maxBytes() + " bytes";
      return failed(start, connected, Reason.TOO_LONG, detail);
    }
    return new Exchange.Greeted(
        start, connected, receipt.lastByteNanos, System.nanoTime(), receipt.bytes);
  }

  /** Tries the addresses in the resolver's order; fails as the first of them did. */
  private Socket connect(InetAddress[] addresses) throws IOException {
    long deadline = System.nanoTime() + limits.connectTimeout().toNanos();
    IOException firstFailure = null;
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), millisUntil(deadline));
        return socket;
      } catch (IOException e) {
        socket.close();
        if (firstFailure == null) {
          firstFailure = e;
        }
      }
    }
    throw firstFailure != null ? firstFailure : new UnknownHostException(host);
  }

  /** What has been received so far; outlives the failure that ends it. */
  private final class Receipt {
    private long bytes;
    private long lastByteNanos;

    /** Until the end of the stream, or one byte more than allowed. */
    void receiveAll(Socket socket, long connectedNanos, OutputStream greeting) throws IOException {
      long deadline = connectedNanos + limits.readTimeout().toNanos();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      while (bytes <= limits.maxBytes()) {
        socket.setSoTimeout(millisUntil(deadline));
        int length = in.read(buffer);
        if (length < 0) {
          return;
        }
        lastByteNanos = System.nanoTime();
        int allowed = (int) Math.min(length, limits.maxBytes() - bytes);
        bytes += length;
        greeting.write(buffer, 0, allowed);
      }
    }
  }

  /** At least 1: to a socket, 0 means for ever. */
  private static int millisUntil(long deadline) throws SocketTimeoutException {
    long nanos = deadline - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Duration.ofNanos(nanos).plusNanos(999_999).toMillis();
  }

  private Exchange failedToConnect(long start, IOException e) {
    Reason reason = Reason.ofConnecting(e);
    String detail =
        switch (reason) {
          case REFUSED -> "nothing listens there";
          case CONNECT_TIMEOUT ->
              "no answer to the connect within " + Durations.print(limits.connectTimeout());
          case UNREACHABLE -> "there is no way there (" + e.getMessage() + ")";
          default -> "cannot connect (" + inWords(e) + ")";
        };
    return failed(start, OptionalLong.empty(), reason, detail);
  }

  private Exchange failedToReceive(long start, OptionalLong connected, long bytes, IOException e) {
    Reason reason = Reason.ofReceiving(e);
    String came = bytes == 0 ? "not a byte came" : "only " + bytes + " bytes came";
    String detail =
        switch (reason) {
          case READ_TIMEOUT ->
              "connected, but no end of a greeting within "
                  + Durations.print(limits.readTimeout())
                  + "; "
                  + came;
          case RESET -> "the connection was reset; " + came;
          default -> "the connection broke (" + inWords(e) + "); " + came;
        };
    return failed(start, connected, reason, detail);
  }

  private Exchange failed(long start, OptionalLong connected, Reason reason, String detail) {
    String where = host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    return new Exchange.Failed(start, connected, System.nanoTime(), reason, where + ": " + detail);
  }

  private static String inWords(IOException e) {
    String message = e.getMessage();
    return message != null ? message : e.getClass().getSimpleName();
  }
}
