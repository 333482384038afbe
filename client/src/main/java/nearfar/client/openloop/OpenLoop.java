package nearfar.client.openloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;
import nearfar.client.GreetingClient;

/**
 * Runs an open-loop load: virtual clients arrive by a plan, connect, receive to the end and close.
 * One thread serves all of them, so ten thousand connections cost little more than their kernel
 * memory. A client whose exchange takes longer than its interval starts the next one late, and its
 * response time counts from the scheduled arrival.
 *
 * <p>The load ends by itself: overdue arrivals start until {@link #OVERTIME} after the plan's end,
 * and each exchange ends within the client's limits. One thread calls {@link #run}; any thread may
 * call {@link #stop}.
 */
public final class OpenLoop implements AutoCloseable {

  /** How long after the plan's end an overdue arrival may still start. */
  public static final Duration OVERTIME = Duration.ofSeconds(5);

  /** Prevents a burst of arrivals from delaying open connections. */
  private static final int MAX_BATCH = 64;

  private static final long PROGRESS_NANOS = 1_000_000_000;

  private final OpenLoopPlan plan;
  private final Consumer<OpenLoopProgress> progress;
  private final Duration overtime;

  private final OpenLoopResult result = new OpenLoopResult();
  private final ArrivalSchedule arrivals;
  private final Connections connections;
  private volatile boolean stopped;
  private long beginNanos;
  private long lastEndNanos;

  /**
   * Opens a selector; no client connects before {@link #run}.
   *
   * @param target the server, the dialogue and the limits
   * @param address the server's address, looked up once: a look-up for each exchange would be a
   *     load in itself
   * @param progress receives the progress once a second, on the thread of {@link #run}
   * @throws IOException if the system has no selector left
   */
  public OpenLoop(
      GreetingClient target,
      InetAddress address,
      OpenLoopPlan plan,
      Consumer<OpenLoopProgress> progress)
      throws IOException {
    this(target, address, plan, progress, OVERTIME);
  }

  OpenLoop(
      GreetingClient target,
      InetAddress address,
      OpenLoopPlan plan,
      Consumer<OpenLoopProgress> progress,
      Duration overtime)
      throws IOException {
    this.plan = plan;
    this.progress = progress;
    this.overtime = overtime;
    this.arrivals = new ArrivalSchedule(plan);
    this.connections = new Connections(target, address, result, this::ended);
  }

  /**
   * Runs the whole plan, once; returns when the last exchange has ended, or soon after a stop.
   *
   * @throws UncheckedIOException if the selector fails, never for a network failure
   */
  public OpenLoopResult run() {
    beginNanos = System.nanoTime();
    lastEndNanos = beginNanos;
    long nextProgress = beginNanos + PROGRESS_NANOS;
    try (Pacer _ = new Pacer(plan, beginNanos, connections::wakeup)) {
      while (!isFinished()) {
        boolean more = startDue();
        more |= startLate();
        long now = System.nanoTime();
        more |= connections.closeTimedOut(now);
        if (now - nextProgress >= 0) {
          progress.accept(progress(now));
          nextProgress += PROGRESS_NANOS;
        }
        if (more || isFinished()) {
          connections.processReady();
        } else {
          connections.await(nextProgress - now);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = beginNanos + plan.lasting().toNanos();
    result.complete(
        connections.active(),
        arrivals.overdue(),
        (stopped ? System.nanoTime() : Math.max(end, lastEndNanos)) - beginNanos);
    return result;
  }

  /** Ends the load now: open exchanges count as unfinished, and {@link #run} returns. */
  public void stop() {
    stopped = true;
    connections.wakeup();
  }

  /** Closes all open connections. Call it after {@link #run} has returned. */
  @Override
  public void close() throws IOException {
    connections.close();
  }

  private boolean isFinished() {
    return stopped || (arrivals.allDue() && connections.active() == 0 && !arrivals.hasLate());
  }

  /** Starts the arrivals that are due; returns whether more are due already. */
  private boolean startDue() {
    for (int started = 0; !arrivals.allDue(); started++) {
      if (beginNanos + arrivals.nextDueNanos() - System.nanoTime() > 0) {
        return false;
      }
      if (started == MAX_BATCH) {
        return true;
      }
      result.addDue();
      int client = arrivals.takeDue();
      if (client != ArrivalSchedule.NONE) {
        begin(client);
      }
    }
    return false;
  }

  /** Starts overdue arrivals of clients that are free again; returns whether more can start. */
  private boolean startLate() {
    long last = beginNanos + plan.lasting().toNanos() + overtime.toNanos();
    for (int started = 0; arrivals.hasLate(); started++) {
      if (System.nanoTime() - last > 0) {
        arrivals.dropLate();
        return true;
      }
      if (started == MAX_BATCH) {
        return true;
      }
      begin(arrivals.takeLate());
    }
    return false;
  }

  private void begin(int client) {
    connections.open(client, beginNanos + arrivals.start(client));
  }

  private void ended(int client) {
    arrivals.finish(client);
    lastEndNanos = System.nanoTime();
  }

  private OpenLoopProgress progress(long now) {
    return new OpenLoopProgress(
        now - beginNanos,
        result.due(),
        result.greetings(),
        result.failures() + result.wrong(),
        connections.active());
  }
}
