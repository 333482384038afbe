package nearfar.client.openloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;
import nearfar.client.GreetingClient;

/**
 * Has virtual clients come by a plan, each to connect, receive to the end and close. One thread
 * does it for all of them, and ten thousand connections cost little beyond what the kernel has for
 * each. Whose server has not done with one appointment comes late to the next, and its time counts
 * from the appointment all the same.
 *
 * <p>It ends by itself: what is overdue at the plan's end is still begun for {@link #OVERTIME}, and
 * what has begun ends within the limits of the client. {@link #run} belongs to one thread; {@link
 * #stop} may be called from any other.
 */
public final class OpenLoop implements AutoCloseable {

  /** How long after the plan's end an overdue appointment may still be kept. */
  public static final Duration OVERTIME = Duration.ofSeconds(5);

  /** So that a burst of appointments does not keep those waiting who have come. */
  private static final int AT_A_TIME = 64;

  private static final long PROGRESS_NANOS = 1_000_000_000;

  private final OpenLoopPlan plan;
  private final Consumer<OpenLoopProgress> progress;
  private final Duration overtime;

  private final OpenLoopResult figures = new OpenLoopResult();
  private final ArrivalSchedule appointments;
  private final Connections visits;
  private volatile boolean stopped;
  private long beginNanos;
  private long lastEndNanos;

  /**
   * Opens what it needs; nobody comes before {@link #run}.
   *
   * @param target whom to visit, in which words and within which limits
   * @param address where that is, looked up once: a look-up for each visit would be a load of its
   *     own
   * @param progress is told once a second, on the thread that runs
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
    this.appointments = new ArrivalSchedule(plan);
    this.visits = new Connections(target, address, figures, this::left);
  }

  /**
   * Has them all come, once; returns when the last exchange has ended, or soon after a stop.
   *
   * @throws UncheckedIOException if the selector fails, never for what happens on the network
   */
  public OpenLoopResult run() {
    beginNanos = System.nanoTime();
    lastEndNanos = beginNanos;
    long tell = beginNanos + PROGRESS_NANOS;
    try (Pacer _ = new Pacer(plan, beginNanos, visits::wakeup)) {
      while (!isOver()) {
        boolean more = comeDue();
        more |= comeLate();
        long now = System.nanoTime();
        more |= visits.endOverdue(now);
        if (now - tell >= 0) {
          progress.accept(progress(now));
          tell += PROGRESS_NANOS;
        }
        if (more || isOver()) {
          visits.proceed();
        } else {
          visits.await(tell - now);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = beginNanos + plan.lasting().toNanos();
    figures.over(
        visits.underWay(),
        appointments.overdue(),
        (stopped ? System.nanoTime() : Math.max(end, lastEndNanos)) - beginNanos);
    return figures;
  }

  /** Ends it now: what is under way counts as unfinished, and {@link #run} returns. */
  public void stop() {
    stopped = true;
    visits.wakeup();
  }

  /** Breaks off what is still under way. Not before {@link #run} has returned. */
  @Override
  public void close() throws IOException {
    visits.close();
  }

  private boolean isOver() {
    return stopped
        || (appointments.allCameDue() && visits.underWay() == 0 && !appointments.isAnyoneLate());
  }

  /** Whether there is more to do at once. */
  private boolean comeDue() {
    for (int begun = 0; !appointments.allCameDue(); begun++) {
      if (beginNanos + appointments.nextDueNanos() - System.nanoTime() > 0) {
        return false;
      }
      if (begun == AT_A_TIME) {
        return true;
      }
      figures.cameDue();
      int client = appointments.comeDue();
      if (client != ArrivalSchedule.NOBODY) {
        begin(client);
      }
    }
    return false;
  }

  /**
   * Those who are free again and have an appointment that has passed; whether there is more to do.
   */
  private boolean comeLate() {
    long last = beginNanos + plan.lasting().toNanos() + overtime.toNanos();
    for (int begun = 0; appointments.isAnyoneLate(); begun++) {
      if (System.nanoTime() - last > 0) {
        appointments.sendTheLateHome();
        return true;
      }
      if (begun == AT_A_TIME) {
        return true;
      }
      begin(appointments.comeLate());
    }
    return false;
  }

  private void begin(int client) {
    visits.begin(client, beginNanos + appointments.keep(client));
  }

  private void left(int client) {
    appointments.leave(client);
    lastEndNanos = System.nanoTime();
  }

  private OpenLoopProgress progress(long now) {
    return new OpenLoopProgress(
        now - beginNanos,
        figures.due(),
        figures.greetings(),
        figures.failures() + figures.wrong(),
        visits.underWay());
  }
}
