package nearfar.server;

import java.time.Duration;
import java.util.SortedMap;

/** Something that happened in a server's life. The names are stable: logs and tests go by them. */
public sealed interface ServerEvent {

  /** The event's name, such as {@code greeted}. */
  String name();

  /** Tells the event's details, always in the same order. */
  void describe(Details details);

  /** Who is told an event's details; a log format is one. */
  interface Details {
    void text(String name, String value);

    void number(String name, long value);

    void duration(String name, Duration value);
  }

  /**
   * The server accepts clients.
   *
   * @param maxConnections how many at once: as asked, or fewer if the system lets it open no more
   */
  record Listening(String host, int port, int backlog, int greetingBytes, int maxConnections)
      implements ServerEvent {
    @Override
    public String name() {
      return "listening";
    }

    @Override
    public void describe(Details details) {
      details.text("host", host);
      details.number("port", port);
      details.number("backlog", backlog);
      details.number("greeting_bytes", greetingBytes);
      details.number("max_connections", maxConnections);
    }
  }

  /**
   * A client was sent the whole greeting, and its connection is closed.
   *
   * @param took from accepting the client until the greeting was handed to the kernel in full
   * @param drainedBytes what the client sent
   */
  record Greeted(String peer, int bytes, Duration took, long drainedBytes) implements ServerEvent {
    @Override
    public String name() {
      return "greeted";
    }

    @Override
    public void describe(Details details) {
      details.text("peer", peer);
      details.number("bytes", bytes);
      details.duration("ms", took);
      if (drainedBytes > 0) {
        details.number("drained_bytes", drainedBytes);
      }
    }
  }

  /** A client was turned away without a greeting. The only reason so far is {@code full}. */
  record Rejected(String peer, String reason) implements ServerEvent {
    @Override
    public String name() {
      return "rejected";
    }

    @Override
    public void describe(Details details) {
      details.text("peer", peer);
      details.text("reason", reason);
    }
  }

  /**
   * A client did not get, or did not take, the whole greeting.
   *
   * @param reason {@code reset} by the client, {@code stalled} without reading, {@code crowded-out}
   *     by others while not reading, cut by the end of the server, {@code shutdown}, or {@code
   *     error} for what nobody foresaw
   */
  record Failed(String peer, String reason) implements ServerEvent {
    @Override
    public String name() {
      return "failed";
    }

    @Override
    public void describe(Details details) {
      details.text("peer", peer);
      details.text("reason", reason);
    }
  }

  /** The next client could not be accepted, in the system's words; the server goes on trying. */
  record AcceptFailed(String reason) implements ServerEvent {
    @Override
    public String name() {
      return "accept-failed";
    }

    @Override
    public void describe(Details details) {
      details.text("reason", reason);
    }
  }

  /** The server takes no new clients any more. */
  record Draining(int inFlight) implements ServerEvent {
    @Override
    public String name() {
      return "draining";
    }

    @Override
    public void describe(Details details) {
      details.number("in_flight", inFlight);
    }
  }

  /** The server has ended: how many of the clients in flight it still served, and how many not. */
  record Drained(int finished, int abandoned) implements ServerEvent {
    @Override
    public String name() {
      return "drained";
    }

    @Override
    public void describe(Details details) {
      details.number("finished", finished);
      details.number("abandoned", abandoned);
    }
  }

  /**
   * Events of clients that came faster than is written, or can be, and are missing before this one.
   *
   * @param events how many of each name
   */
  record Unlogged(SortedMap<String, Long> events) implements ServerEvent {
    @Override
    public String name() {
      return "unlogged";
    }

    @Override
    public void describe(Details details) {
      details.number("events", events.values().stream().mapToLong(Long::longValue).sum());
      events.forEach(details::number);
    }
  }
}
