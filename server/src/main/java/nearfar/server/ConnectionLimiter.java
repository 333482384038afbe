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
 * Who is being served, in a limited number of places. When they are all taken, those who leave a
 * place unused make room for whoever is next: first of all those who have their greeting and stay,
 * and those who do not read it. So nobody can keep others from being greeted by doing nothing.
 */
final class ConnectionLimiter {

  // A greeting and its end are on their way that long, even where the machine is busy.
  private static final Duration MAY_STAY = Duration.ofMillis(200);

  // Who reads anything at all has read a piece by then, unless the link is very slow.
  private static final Duration MAY_READ_NOTHING = Duration.ofSeconds(1);

  // Looking for them costs time, in which nobody is accepted; not again at once if they were few.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration LEAVING_TAKES = Duration.ofMillis(20);
  private static final int AT_ONCE = 128;

  private final int size;
  private final Semaphore places;
  private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
  private long nextLook = System.nanoTime();

  ConnectionLimiter(int size) {
    this.size = size;
    this.places = new Semaphore(size);
  }

  int size() {
    return size;
  }

  /** How many are being served. */
  int count() {
    return size - places.availablePermits();
  }

  /** Takes a place for the next client, if there is one; may wait a moment. For one thread. */
  boolean admit() throws InterruptedException {
    return places.tryAcquire()
        || (makeRoom() && places.tryAcquire(LEAVING_TAKES.toMillis(), TimeUnit.MILLISECONDS));
  }

  private boolean makeRoom() {
    long now = System.nanoTime();
    if (now - nextLook < 0) {
      return false;
    }
    List<Idler> idlers = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      Duration idle = Duration.ofNanos(now - exchange.lastProgress());
      if (idle.compareTo(exchange.isGreeted() ? MAY_STAY : MAY_READ_NOTHING) > 0) {
        idlers.add(new Idler(exchange, idle));
      }
    }
    if (idlers.size() < AT_ONCE) {
      nextLook = now + BETWEEN_LOOKS.toNanos();
    }
    idlers.sort(Comparator.comparing(Idler::time).reversed());
    List<Idler> leaving = idlers.subList(0, Math.min(AT_ONCE, idlers.size()));
    leaving.forEach(idler -> idler.exchange().hurry("crowded-out"));
    return !leaving.isEmpty();
  }

  private record Idler(Exchange exchange, Duration time) {}

  /** The place that was taken is for this client. */
  void enter(Exchange exchange) {
    exchanges.add(exchange);
  }

  void leave(Exchange exchange) {
    exchanges.remove(exchange);
    places.release();
  }

  /** Cuts off whoever is still there and returns how many were without the whole greeting. */
  int hurryAll() {
    int cut = 0;
    for (Exchange exchange : exchanges) {
      if (exchange.hurry("shutdown")) {
        cut++;
      }
    }
    return cut;
  }

  /** Whether all places came back in time, which is when the last exchange has ended. */
  boolean allLeft(Duration time) {
    try {
      return places.tryAcquire(size, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
