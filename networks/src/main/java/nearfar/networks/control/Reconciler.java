package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nearfar.networks.fault.FlappingSchedule;
import nearfar.networks.fault.Refused;
import nearfar.networks.toxiproxy.Gateway;
import nearfar.networks.toxiproxy.Gateway.Condition;
import nearfar.networks.toxiproxy.GatewayException;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the gateway in the desired state: compares the two several times a second and repairs
 * differences. One thread calls {@link #run}; only that thread talks to the gateway. Changes may
 * come from any thread.
 *
 * <p>Docker cuts a link by pausing the gateway: a change of toxics would release held data, and a
 * disabled proxy refuses. The reconciler detects the pause when the API does not answer. A
 * restarted gateway is no longer paused; it has no old connections, so holding back all new ones is
 * the same cut. Docker also makes a black hole, at the port that the gateway then leaves free, and
 * a partition. The reconciler cannot see a partition; the caller reports it.
 */
final class Reconciler {
  /** A restarted gateway gets its link back within a second. */
  static final Duration PERIOD = Duration.ofMillis(200);

  /** How long a change waits for the gateway, which normally takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The period until the desired state is applied. */
  private static final Duration SHORT_PERIOD = Duration.ofMillis(50);

  private static final String PARTITION_PENDING =
      "the clients of the partition are not put apart; ask for the link again: make wan";

  private final Gateway gateway;
  private final PortProbe probe;
  private final DesiredStateFile file;
  private final Journal journal;

  // The fields below are guarded by this.
  private DesiredState previous;
  private DesiredState desired;
  private TurnCounter turns;
  private boolean applied;
  private boolean changing;
  private boolean dockerNeeded;
  private boolean woken;

  /** Whether the gateway answered the last comparison. If not, it may have been restarted. */
  private boolean answered;

  /** How often a flapping link has turned; negative if not known yet. */
  private int turned = -1;

  /** Counts changes and reports; an answer of the gateway from before one of them is stale. */
  private long round;

  private long beganNanos = System.nanoTime();
  private String reason = "the gateway has not been asked yet";

  Reconciler(
      Gateway gateway,
      PortProbe probe,
      DesiredStateFile file,
      Journal journal,
      DesiredState desired) {
    this.gateway = gateway;
    this.probe = probe;
    this.file = file;
    this.journal = journal;
    this.previous = desired;
    this.desired = desired;
    this.turns = new TurnCounter(desired);
    journal.guarding(desired);
  }

  /** A snapshot. */
  record View(
      DesiredState previous,
      DesiredState desired,
      boolean applied,
      String reason,
      DockerState docker) {}

  synchronized View view() {
    return new View(previous, desired, applied, reason, DockerState.of(desired, probe.port()));
  }

  /**
   * Saves a change, then waits a moment until it is applied. A change to the present state does
   * nothing.
   *
   * @return with {@code applied} false if Docker has to act first, or the gateway cannot be
   *     reached; it is applied as soon as possible
   * @throws IOException if the change could not be saved; then nothing has changed
   */
  synchronized View change(LinkChange change) throws IOException, InterruptedException {
    // Read before the change gets its time: data that passes while it is saved still takes the old
    // link.
    long began = System.nanoTime();
    DesiredState next = change.appliedTo(desired);
    if (next.sameLinkAs(desired)) {
      previous = desired;
      return view();
    }
    file.save(next);
    journal.changing(desired, next);
    previous = desired;
    desired = next;
    turns = new TurnCounter(next);
    applied = false;
    changing = true;
    dockerNeeded = previous.needsDocker() || desired.needsDocker();
    beganNanos = began;
    turned = 0;
    reason = "Docker's part is not done yet";
    round++;
    woken = true;
    notifyAll();
    return await(PATIENCE, () -> applied || dockerNeeded);
  }

  /**
   * Records that Docker has done its part, and waits at most that long until the link is as asked.
   * A cut needs only the pause of the gateway.
   *
   * @throws IOException if that could not be saved; the caller may report it again
   */
  synchronized View dockerDone(Duration atMost) throws IOException, InterruptedException {
    if (desired.dockerPending()) {
      DesiredState done = desired.withDockerDone();
      file.save(done);
      desired = done;
    }
    round++;
    if (desired.isCut()) {
      update(new Finding(null, true, true, true, turned, ""));
    }
    woken = true;
    notifyAll();
    return await(atMost);
  }

  /**
   * Compares the start times of clients with the partition: a client that was started later has
   * left it, and Docker has to make the partition again.
   *
   * @throws IOException if that could not be saved; the caller may report it again
   */
  synchronized View started(Map<String, Instant> clients) throws IOException {
    Set<String> restarted = desired.startedSincePutApart(clients);
    if (!restarted.isEmpty() && !desired.dockerPending()) {
      losePartition(
          "%s was restarted, which ended the partition".formatted(String.join(" and ", restarted)));
      round++;
    }
    return view();
  }

  private void losePartition(String reason) throws IOException {
    DesiredState next = desired.withDockerPending();
    file.save(next);
    desired = next;
    this.reason = reason;
    dockerNeeded = true;
    if (applied) {
      applied = false;
      beganNanos = System.nanoTime();
    }
    journal.lost(reason);
  }

  /** Waits at most that long until the link is as asked; returns a snapshot. */
  View await(Duration atMost) throws InterruptedException {
    return await(atMost, () -> applied);
  }

  private synchronized View await(Duration atMost, BooleanSupplier done)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (!done.getAsBoolean() && left > 0) {
      wait(left / 1_000_000 + 1);
      left = deadline - System.nanoTime();
    }
    return view();
  }

  /** Keeps the link until the thread is interrupted. */
  void run() throws InterruptedException {
    while (true) {
      reconcile();
      synchronized (this) {
        await(untilNextComparison(), () -> woken);
        woken = false;
      }
    }
  }

  private synchronized Duration untilNextComparison() {
    Duration period = applied ? PERIOD : SHORT_PERIOD;
    Duration turn = turns.untilNextTurn();
    return turn.compareTo(period) < 0 ? turn : period;
  }

  /** Compares the gateway with the desired state and repairs differences. */
  void reconcile() {
    DesiredState current;
    TurnCounter currentTurns;
    long began;
    int before;
    synchronized (this) {
      current = desired;
      currentTurns = turns;
      began = round;
      before = turned;
    }
    Finding finding = compareAndRepair(current, currentTurns.countAt(System.nanoTime()), before);
    synchronized (this) {
      if (round == began) {
        update(finding);
      }
    }
  }

  /**
   * The result of one comparison.
   *
   * @param found the condition before the repair, or null if the gateway did not answer
   * @param wasApplied whether the link was as asked before the repair
   * @param isApplied whether it is now
   * @param dockerNeeded whether Docker has to do the rest
   * @param turns how often a flapping link has turned by now
   */
  private record Finding(
      @Nullable Condition found,
      boolean wasApplied,
      boolean isApplied,
      boolean dockerNeeded,
      int turns,
      String reason) {}

  private Finding compareAndRepair(DesiredState current, int turned, int turnedBefore) {
    // After a turn a difference is expected.
    boolean turn = turnedBefore >= 0 && turned > turnedBefore;
    boolean open = FlappingSchedule.isUpAfter(turned);
    try {
      Condition found = gateway.compare(plan(current));
      if (isApplied(current, open, found)) {
        return new Finding(found, true, true, false, turned, "");
      }
      String missing = repair(current, open);
      return missing.isEmpty()
          ? new Finding(
              found,
              turn,
              true,
              false,
              turned,
              "the gateway was restarted, or its link was changed")
          : new Finding(found, false, false, true, turned, missing);
    } catch (GatewayException failed) {
      boolean cut = current.isCut() && failed.silent();
      return new Finding(
          null,
          cut,
          cut,
          failed.silent() || current.needsDocker(),
          turned,
          String.valueOf(failed.getMessage()));
    }
  }

  private static ToxicPlan plan(DesiredState current) {
    return current.isCut() ? ToxicPlan.hold() : ToxicPlan.of(current.link(), current.faults());
  }

  private boolean isApplied(DesiredState current, boolean open, Condition found) {
    if (current.isBlackHole()) {
      return found == Condition.DISABLED && probe.isSilent();
    }
    boolean passes = current.isCut() || (open && !current.faults().has(Refused.class));
    return found == (passes ? Condition.AS_PLANNED : Condition.DISABLED);
  }

  /** Applies what the gateway's API can do; returns what is missing, or an empty text. */
  private String repair(DesiredState current, boolean open) throws GatewayException {
    if (current.isCut()) {
      if (gateway.compare(ToxicPlan.hold()) != Condition.DISABLED) {
        return "the gateway is not paused yet";
      }
      gateway.apply(ToxicPlan.hold());
    } else if (current.isBlackHole()) {
      gateway.refuse();
      return "the black hole is not there; ask for the link again";
    } else if (open && !current.faults().has(Refused.class)) {
      gateway.apply(ToxicPlan.of(current.link(), current.faults()));
    } else {
      gateway.refuse();
    }
    return "";
  }

  private void update(Finding finding) {
    // A restarted gateway is disabled, as a flapping link's is while it is down.
    boolean restarted =
        !finding.wasApplied() || (!answered && finding.found() == Condition.DISABLED);
    answered = finding.found() != null;
    if (finding.isApplied() && restarted && !changing && !desired.partitioned().isEmpty()) {
      recordThatThePartitionIsLost();
    }
    dockerNeeded = finding.dockerNeeded();
    reason = finding.reason();
    if (applied && !finding.wasApplied()) {
      applied = false;
      beganNanos = System.nanoTime();
      journal.lost(reason);
    }
    if (finding.isApplied()) {
      recordTurns(finding.turns());
    }
    if (desired.dockerPending()) {
      reason = PARTITION_PENDING;
    } else if (!applied && finding.isApplied()) {
      applied = true;
      reason = "";
      if (changing) {
        journal.changed(desired, beganNanos);
      } else {
        journal.restored(desired, beganNanos);
      }
      changing = false;
    }
    notifyAll();
  }

  /** A restart of the gateway ends a partition. */
  private void recordThatThePartitionIsLost() {
    try {
      losePartition("the gateway was restarted, which ended the partition");
    } catch (IOException notSaved) {
      // The next comparison finds no difference, so keep this in memory.
      desired = desired.withDockerPending();
    }
  }

  private void recordTurns(int until) {
    for (int turn = turned; turn >= 0 && turn < until; turn++) {
      int number = turn + 1;
      turns.due(turn).ifPresent(due -> journal.flapped(number, due, desired));
    }
    turned = until;
  }
}
