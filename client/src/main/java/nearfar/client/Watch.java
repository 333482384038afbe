package nearfar.client;

import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Repeats an exchange at a fixed interval. One thread calls {@link #run}; any thread may call
 * {@link #finish}.
 */
public final class Watch {

  /** How long the totals wait while another line is being printed. */
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);

  private final GreetingClient client;
  private final Duration interval;
  private final OptionalLong count;
  private final WatchLog log;

  /** Guards the totals and the log: the last line is the totals. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Totals totals = new Totals();
  private boolean finished;

  /**
   * Creates a watch; {@link #run} starts it.
   *
   * @param interval from the start of one exchange to the start of the next, positive
   * @param count number of exchanges, or empty for no limit
   */
  public Watch(GreetingClient client, Duration interval, OptionalLong count, WatchLog log) {
    this.client = client;
    this.interval = interval;
    this.count = count;
    this.log = log;
  }

  /**
   * Watches until the count is reached, another thread finishes the watch, or this thread is
   * interrupted. Failed exchanges do not end it. The totals are the last event.
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
      if (!addAndLog(exchange)) {
        return totals.failures() == 0;
      }
      tick = tickAfter(tick, interval.toNanos(), System.nanoTime());
    }
    finish();
    return totals.failures() == 0;
  }

  /** Logs the totals once, without waiting for a running exchange; logs nothing after them. */
  public void finish() {
    boolean locked = false;
    try {
      locked = lock.tryLock(LOCK_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!locked) {
      return; // the output is blocked, and would block the totals
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

  private boolean addAndLog(Exchange exchange) {
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
   * The next tick of a fixed grid. Ticks during a long exchange are skipped and not made up for, so
   * a returning server does not get a burst.
   */
  static long tickAfter(long tick, long interval, long now) {
    long next = tick + interval;
    long late = now - next;
    return late <= 0 ? next : next + (late + interval - 1) / interval * interval;
  }
}
