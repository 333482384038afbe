package nearfar.client;

import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The same exchange again and again, at a steady beat. {@link #run} belongs to one thread; {@link
 * #finish} may be called from any other.
 */
public final class Watch {

  /** How long the totals wait for a line that is just being printed. */
  private static final Duration LAST_LINE = Duration.ofMillis(500);

  private final GreetingClient client;
  private final Duration interval;
  private final OptionalLong count;
  private final WatchLog log;

  /** Guards the totals and the log: the last line is the totals. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Totals totals = new Totals();
  private boolean finished;

  /**
   * Makes a watch that has not begun.
   *
   * @param interval from the start of one exchange to the start of the next, positive
   * @param count how many exchanges, or empty for no end
   */
  public Watch(GreetingClient client, Duration interval, OptionalLong count, WatchLog log) {
    this.client = client;
    this.interval = interval;
    this.count = count;
    this.log = log;
  }

  /**
   * Watches until the count is full, the watch is finished from elsewhere, or this thread is
   * interrupted; the server being away does not end it. The totals are the last event.
   *
   * @return whether every exchange was a greeting
   */
  public boolean run() {
    log.watching(System.nanoTime(), client, interval);
    long tick = System.nanoTime();
    for (long n = 0; count.isEmpty() || n < count.getAsLong(); n++) {
      if (!sleepUntil(tick)) {
        break;
      }
      Exchange exchange = client.exchange(OutputStream.nullOutputStream());
      if (!tell(exchange)) {
        return totals.failures() == 0;
      }
      tick = tickAfter(tick, interval.toNanos(), System.nanoTime());
    }
    finish();
    return totals.failures() == 0;
  }

  /**
   * Tells the totals, once, without waiting for an exchange in flight; nothing is told after it.
   */
  public void finish() {
    boolean locked = false;
    try {
      locked = lock.tryLock(LAST_LINE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!locked) {
      return; // someone holds the output up, and would hold up the totals too
    }
    try {
      if (!finished) {
        finished = true;
        log.totals(totals);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean tell(Exchange exchange) {
    lock.lock();
    try {
      if (finished) {
        return false;
      }
      totals.add(exchange);
      log.exchanged(exchange);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** False if this thread was interrupted. */
  private static boolean sleepUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The next beat of a grid that does not move. Beats that a long exchange has slept through are
   * left out rather than made up for: a server that comes back is not met by a burst.
   */
  static long tickAfter(long tick, long interval, long now) {
    long next = tick + interval;
    long late = now - next;
    return late <= 0 ? next : next + (late + interval - 1) / interval * interval;
  }
}
