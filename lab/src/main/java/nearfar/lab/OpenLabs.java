package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The labs of this process that are not closed yet. A shutdown hook removes them if the process
 * ends before that, as after Ctrl-C.
 */
final class OpenLabs {
  private static final Set<Lab> OPEN = ConcurrentHashMap.newKeySet();
  private static final Duration CHILD_ENDS_WITHIN = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int ROUNDS = 25;

  private static volatile boolean ending;

  private OpenLabs() {}

  /**
   * Registers a lab for removal at the end of the process.
   *
   * @throws IllegalStateException if the process is ending: nothing would remove the lab
   */
  static void add(Lab lab, DockerClient docker) {
    if (ending) {
      throw new IllegalStateException("the process is ending: no lab can start");
    }
    Hook.of(docker);
    OPEN.add(lab);
  }

  static void remove(Lab lab) {
    OPEN.remove(lab);
  }

  /** The hook is registered once, with the first lab. */
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

  /** A running Compose may create more containers after a round; the next round removes them. */
  private static void removeAll(Reaper reaper) {
    ending = true;
    if (OPEN.isEmpty()) {
      return;
    }
    Owner self = Owner.thisProcess();
    for (int round = 0, quiet = 0; round < ROUNDS && quiet < 2; round++) {
      ProcessHandle.current().children().forEach(OpenLabs::end);
      quiet = reaper.removeLabsOf(self::equals).isEmpty() ? quiet + 1 : 0;
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    OPEN.forEach(Lab::removeFiles);
  }

  private static void end(ProcessHandle child) {
    child.destroy();
    try {
      child.onExit().get(CHILD_ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException stillRunning) {
      child.destroyForcibly();
    }
  }
}
