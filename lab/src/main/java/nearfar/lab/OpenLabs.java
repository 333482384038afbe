package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The labs of this process that nobody has closed yet. Where the process is ended from outside, as
 * by Ctrl-C, they are removed before it goes.
 */
final class OpenLabs {
  private static final Set<Lab> OPEN = ConcurrentHashMap.newKeySet();
  private static final Duration CHILD_ENDS_WITHIN = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int ROUNDS = 25;

  private static volatile boolean ending;

  private OpenLabs() {}

  /**
   * Has it removed at the end of the process, unless it is closed before.
   *
   * @throws IllegalStateException if that end has begun: whoever sees an interrupt as a lab that
   *     failed would begin another, which nobody removes
   */
  static void add(Lab lab, DockerClient docker) {
    if (ending) {
      throw new IllegalStateException("the process is ending, and no lab begins any more");
    }
    Hook.of(docker);
    OPEN.add(lab);
  }

  static void remove(Lab lab) {
    OPEN.remove(lab);
  }

  /** Registered once, with the first lab. */
  private static final class Hook {
    private static boolean registered;

    static synchronized void of(DockerClient docker) {
      if (!registered) {
        registered = true;
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> removeAll(new Reaper(docker)), "open-labs"));
      }
    }
  }

  /** Compose may be at it still; what it brings after a round goes in the next. */
  private static void removeAll(Reaper sweep) {
    ending = true;
    if (OPEN.isEmpty()) {
      return;
    }
    Owner self = Owner.thisProcess();
    for (int round = 0, quiet = 0; round < ROUNDS && quiet < 2; round++) {
      ProcessHandle.current().children().forEach(OpenLabs::end);
      quiet = sweep.labsOf(self::equals).isEmpty() ? quiet + 1 : 0;
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    OPEN.forEach(Lab::removeFiles);
  }

  private static void end(ProcessHandle child) {
    child.destroy();
    try {
      child.onExit().get(CHILD_ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException stubborn) {
      child.destroyForcibly();
    }
  }
}
