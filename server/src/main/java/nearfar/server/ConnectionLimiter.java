package nearfar.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The open connections, in a limited number. When the limit is reached, idle connections are closed
 * for the next client: greeted clients that stay connected, and clients that do not read. An idle
 * client cannot keep the server from greeting others.
 */
final class ConnectionLimiter {

  // Even on a busy machine, a greeting and its end arrive in this time.
  private static final Duration MAY_STAY = Duration.ofMillis(200);

  // A client that reads has read a piece by then, unless its link is very slow.
  private static final Duration MAY_READ_NOTHING = Duration.ofSeconds(1);

  // The server accepts no client during a search, so few results delay the next search.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration LEAVING_TAKES = Duration.ofMillis(20);
  private static final int AT_ONCE = 128;

  private final int size;
  private final Semaphore places;
  private final Set<GreetingConnection> connections = ConcurrentHashMap.newKeySet();
  private long nextLook = System.nanoTime();

  ConnectionLimiter(int size) {
    this.size = size;
    this.places = new Semaphore(size);
  }

  int size() {
    return size;
  }

  /** The number of open connections. */
  int count() {
    return size - places.availablePermits();
  }

  /** Reserves a place for the next client if it can; may block briefly. For one thread only. */
  boolean admit() throws InterruptedException {
    return places.tryAcquire()
        || (closeIdle() && places.tryAcquire(LEAVING_TAKES.toMillis(), TimeUnit.MILLISECONDS));
  }

  private boolean closeIdle() {
    long now = System.nanoTime();
    if (now - nextLook < 0) {
      return false;
    }
    List<Idler> idlers = new ArrayList<>();
    for (GreetingConnection connection : connections) {
      Duration idle = Duration.ofNanos(now - connection.lastProgress());
      if (idle.compareTo(connection.isGreeted() ? MAY_STAY : MAY_READ_NOTHING) > 0) {
        idlers.add(new Idler(connection, idle));
      }
    }
    if (idlers.size() < AT_ONCE) {
      nextLook = now + BETWEEN_LOOKS.toNanos();
    }
    idlers.sort(Comparator.comparing(Idler::time).reversed());
    List<Idler> leaving = idlers.subList(0, Math.min(AT_ONCE, idlers.size()));
    leaving.forEach(idler -> idler.connection().hurry("crowded-out"));
    return !leaving.isEmpty();
  }

  private record Idler(GreetingConnection connection, Duration time) {}

  /** Uses the place that {@link #admit} reserved. */
  void enter(GreetingConnection connection) {
    connections.add(connection);
  }

  void leave(GreetingConnection connection) {
    connections.remove(connection);
    places.release();
  }

  /** Ends all connections; returns the number of clients that did not get the whole greeting. */
  int closeAll() {
    int cut = 0;
    for (GreetingConnection connection : connections) {
      if (connection.hurry("shutdown")) {
        cut++;
      }
    }
    return cut;
  }

  /** Waits for the last connection to end; false if it has not ended in time. */
  boolean allLeft(Duration time) {
    try {
      return places.tryAcquire(size, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
