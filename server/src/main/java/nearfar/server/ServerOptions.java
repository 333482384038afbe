package nearfar.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nearfar.common.units.Port;

/**
 * What a {@link GreetingServer} is asked to be. All defaults of the server stand in {@link
 * #DEFAULTS}.
 *
 * @param host name or address to listen on; {@code 0.0.0.0} is every address of the machine
 * @param port 0 to 65535, where 0 means any free port
 * @param backlog how many clients may wait to be accepted, from 1; the kernel may grant fewer
 * @param greeting what every client is sent, as UTF-8; a line feed is appended if it ends in none
 * @param maxConnections how many clients are served at once, from 1; one more is turned away
 * @param drainBytes how much of what a client sends is read and thrown away, from 0
 * @param drainTime how long after its greeting a client may go on sending or stay connected, from 0
 * @param stallTime how long a client may take nothing of a greeting that waits for it, from 1 ms
 */
public record ServerOptions(
    String host,
    int port,
    int backlog,
    String greeting,
    int maxConnections,
    long drainBytes,
    Duration drainTime,
    Duration stallTime) {

  static final int MAX_PORT = Port.MAX;
  static final int MAX_BACKLOG = 65_535;
  static final int MAX_CONNECTIONS = 1_000_000;
  static final long MAX_DRAIN_BYTES = 1L << 40;
  static final Duration MIN_STALL_TIME = Duration.ofMillis(1);
  static final Duration MAX_TIME = Duration.ofHours(1);

  /**
   * The tutorial's port and greeting; so many connections as fit a heap of 32 MB with some room.
   */
  public static final ServerOptions DEFAULTS =
      new ServerOptions(
          "0.0.0.0",
          4444,
          4096,
          "connection formed successfully",
          2048,
          64L << 20,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30));

  /**
   * Checks every value and ends the greeting with a line feed.
   *
   * @throws IllegalArgumentException naming the first value that is out of its range
   */
  public ServerOptions {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is empty");
    }
    requireRange("port", port, 0, MAX_PORT);
    requireRange("backlog", backlog, 1, MAX_BACKLOG);
    requireRange("max connections", maxConnections, 1, MAX_CONNECTIONS);
    requireRange("drain bytes", drainBytes, 0, MAX_DRAIN_BYTES);
    requireTime("drain time", drainTime, Duration.ZERO);
    requireTime("stall time", stallTime, MIN_STALL_TIME);
    if (!greeting.endsWith("\n")) {
      greeting += "\n";
    }
  }

  private static void requireRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " " + value + " is not between " + least + " and " + most);
    }
  }

  private static void requireTime(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(MAX_TIME) > 0) {
      throw new IllegalArgumentException(
          name + " " + value + " is not between " + least + " and " + MAX_TIME);
    }
  }

  /** The greeting as it goes over the wire. */
  byte[] greetingBytes() {
    return greeting.getBytes(StandardCharsets.UTF_8);
  }

  ServerOptions withHost(String host) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  public ServerOptions withPort(int port) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  ServerOptions withBacklog(int backlog) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  ServerOptions withGreeting(String greeting) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  ServerOptions withMaxConnections(int maxConnections) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  ServerOptions withDrainBytes(long drainBytes) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  ServerOptions withDrainTime(Duration drainTime) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }

  ServerOptions withStallTime(Duration stallTime) {
    return new ServerOptions(
        host, port, backlog, greeting, maxConnections, drainBytes, drainTime, stallTime);
  }
}
