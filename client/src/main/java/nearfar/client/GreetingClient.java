package nearfar.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalLong;
import nearfar.common.units.Port;

/**
 * The tutorial's client: socket, connect, receive until the end, close. It sends the bytes of its
 * dialogue, usually none.
 *
 * <p>Immutable and thread-safe. Every exchange looks the name up again, since a restarted container
 * may have a new address. The look-up ends before the clock starts; the system's resolver limits
 * its duration, not the connect time-out. To see a new address at once, a process must also disable
 * the JVM's own name cache, as {@link Client} does.
 *
 * @param host a name or an address, IPv4 or IPv6
 * @param port 1 to 65535
 */
public record GreetingClient(String host, int port, Limits limits, Dialogue dialogue) {

  /** The size of the tutorial client's receive buffer, in bytes. */
  public static final int TUTORIAL_BUFFER = 1024;

  /**
   * Checks the ranges; looks nothing up.
   *
   * @throws IllegalArgumentException if the host is blank or the port out of range
   */
  public GreetingClient {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is blank");
    }
    Port.require(port);
  }

  /** A client that sends nothing and receives to the end. */
  public GreetingClient(String host, int port, Limits limits) {
    this(host, port, limits, Dialogue.LISTENING);
  }

  /**
   * Runs one exchange. A network failure is a result, never an exception.
   *
   * @param greeting receives the bytes as they arrive, also those of an incomplete greeting. It is
   *     not closed. It should not throw, since an exception counts as a failure of the exchange
   */
  public Exchange exchange(OutputStream greeting) {
    InetAddress[] addresses;
    long start = System.nanoTime();
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      return failed(start, Reason.NAME_UNKNOWN, "the name is not known");
    }

    ResponseReader reader = new ResponseReader(dialogue.expect(), limits.maxBytes());
    start = System.nanoTime();
    OptionalLong connected = OptionalLong.empty();
    try (Socket socket = connect(addresses)) {
      connected = OptionalLong.of(System.nanoTime());
      dialogue.send().writeTo(socket.getOutputStream());
      receive(reader, socket, connected.getAsLong(), greeting);
    } catch (IOException e) {
      return connected.isEmpty()
          ? failedToConnect(start, e)
          : failedToReceive(start, connected, reader.received(), e);
    }
    return ended(start, connected, reader);
  }

  /** The result of an exchange without an I/O failure. */
  private Exchange ended(long start, OptionalLong connected, ResponseReader reader) {
    Received received = reader.received();
    Reason flaw = reader.flaw();
    if (flaw == null) {
      return new Exchange.Greeted(
          start, connected, reader.lastByteNanos(), System.nanoTime(), received);
    }
    String detail =
        switch (flaw) {
          case CLOSED_WITHOUT_GREETING -> "connected, and closed by the other side without a byte";
          case TOO_LONG -> "the greeting is longer than " + limits.maxBytes() + " bytes";
          default -> "what was expected is not in the " + received.bytes() + " bytes that came";
        };
    return failed(start, connected, flaw, detail, received);
  }

  /** Tries the addresses in the resolver's order; throws the first address's failure. */
  private Socket connect(InetAddress[] addresses) throws IOException {
    long deadline = System.nanoTime() + limits.connectTimeout().toNanos();
    IOException firstFailure = null;
    for (InetAddress address : addresses) {
      // A JVM-wide proxy would change the path, and looking for one takes a millisecond.
      Socket socket = new Socket(Proxy.NO_PROXY);
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

  /** Receives until the greeting is complete, is too long, or one receive is enough. */
  private void receive(
      ResponseReader reader, Socket socket, long connectedNanos, OutputStream greeting)
      throws IOException {
    long deadline = connectedNanos + limits.readTimeout().toNanos();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[dialogue.readsOnce() ? TUTORIAL_BUFFER : 8192];
    do {
      socket.setSoTimeout(millisUntil(deadline));
      int length = in.read(buffer);
      if (length < 0) {
        return;
      }
      reader.add(buffer, length, greeting);
    } while (!reader.isSettled() && !dialogue.readsOnce());
  }

  /** At least 1, since 0 means no time-out to a socket. */
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
          default -> "cannot connect (" + message(e) + ")";
        };
    return failed(start, reason, detail);
  }

  private Exchange failedToReceive(
      long start, OptionalLong connected, Received received, IOException e) {
    Reason reason = Reason.ofReceiving(e);
    String receivedText =
        received.bytes() == 0 ? "not a byte came" : "only " + received.bytes() + " bytes came";
    String detail =
        switch (reason) {
          case READ_TIMEOUT ->
              "connected, but no end of a greeting within "
                  + Durations.print(limits.readTimeout())
                  + "; "
                  + receivedText;
          case RESET -> "the connection was reset; " + receivedText;
          default -> "the connection broke (" + message(e) + "); " + receivedText;
        };
    return failed(start, connected, reason, detail, received);
  }

  private Exchange failed(long start, Reason reason, String detail) {
    return failed(start, OptionalLong.empty(), reason, detail, Received.NOTHING);
  }

  private Exchange failed(
      long start, OptionalLong connected, Reason reason, String detail, Received received) {
    String where = host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    return new Exchange.Failed(
        start, connected, System.nanoTime(), reason, where + ": " + detail, received);
  }

  private static String message(IOException e) {
    String message = e.getMessage();
    return message != null ? message : e.getClass().getSimpleName();
  }
}
