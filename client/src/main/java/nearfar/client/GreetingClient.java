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
 * The tutorial's client: socket, connect, receive until the end, close. It sends what its dialogue
 * says, which usually is nothing.
 *
 * <p>Immutable; any number of threads may exchange at once. Every exchange looks the name up anew,
 * since a container that comes back may have moved. The look-up is over before the clock starts and
 * is bounded by the system's resolver, not by the connect time-out. A process that wants to see
 * such a move at once must also switch off the JVM's own cache of names, as {@link Client} does.
 *
 * @param host a name or an address, IPv4 or IPv6
 * @param port 1 to 65535
 */
public record GreetingClient(String host, int port, Limits limits, Dialogue dialogue) {

  /** What the tutorial's client receives at most, in bytes. */
  public static final int TUTORIALS_BUFFER = 1024;

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

  /** A client that says nothing, and receives to the end. */
  public GreetingClient(String host, int port, Limits limits) {
    this(host, port, limits, Dialogue.LISTENING);
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
      return failed(start, Reason.NAME_UNKNOWN, "the name is not known");
    }

    ResponseReader receipt = new ResponseReader(dialogue.expect(), limits.maxBytes());
    start = System.nanoTime();
    OptionalLong connected = OptionalLong.empty();
    try (Socket socket = connect(addresses)) {
      connected = OptionalLong.of(System.nanoTime());
      dialogue.send().writeTo(socket.getOutputStream());
      receive(receipt, socket, connected.getAsLong(), greeting);
    } catch (IOException e) {
      return connected.isEmpty()
          ? failedToConnect(start, e)
          : failedToReceive(start, connected, receipt.received(), e);
    }
    return ended(start, connected, receipt);
  }

  /** How an exchange has ended that nothing broke. */
  private Exchange ended(long start, OptionalLong connected, ResponseReader receipt) {
    Received received = receipt.received();
    Reason flaw = receipt.flaw();
    if (flaw == null) {
      return new Exchange.Greeted(
          start, connected, receipt.lastByteNanos(), System.nanoTime(), received);
    }
    String detail =
        switch (flaw) {
          case CLOSED_WITHOUT_GREETING -> "connected, and closed by the other side without a byte";
          case TOO_LONG -> "the greeting is longer than " + limits.maxBytes() + " bytes";
          default -> "what was expected is not in the " + received.bytes() + " bytes that came";
        };
    return failed(start, connected, flaw, detail, received);
  }

  /** Tries the addresses in the resolver's order; fails as the first of them did. */
  private Socket connect(InetAddress[] addresses) throws IOException {
    long deadline = System.nanoTime() + limits.connectTimeout().toNanos();
    IOException firstFailure = null;
    for (InetAddress address : addresses) {
      // By no proxy of the JVM's: it would be another way, and the look for one takes a
      // millisecond.
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

  /** Until the greeting is whole, one byte longer than allowed, or as long as one receive. */
  private void receive(
      ResponseReader receipt, Socket socket, long connectedNanos, OutputStream greeting)
      throws IOException {
    long deadline = connectedNanos + limits.readTimeout().toNanos();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[dialogue.readsOnce() ? TUTORIALS_BUFFER : 8192];
    do {
      socket.setSoTimeout(millisUntil(deadline));
      int length = in.read(buffer);
      if (length < 0) {
        return;
      }
      receipt.add(buffer, length, greeting);
    } while (!receipt.isSettled() && !dialogue.readsOnce());
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
    return failed(start, reason, detail);
  }

  private Exchange failedToReceive(
      long start, OptionalLong connected, Received received, IOException e) {
    Reason reason = Reason.ofReceiving(e);
    String came =
        received.bytes() == 0 ? "not a byte came" : "only " + received.bytes() + " bytes came";
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

  private static String inWords(IOException e) {
    String message = e.getMessage();
    return message != null ? message : e.getClass().getSimpleName();
  }
}
