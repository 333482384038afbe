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

/**
 * Keeps the gateway's link as asked: compares the two several times a second, and mends what
 * differs. One thread runs {@link #keep}, and only that talks to the gateway; orders may come from
 * any thread.
 *
 * <p>A link is cut from outside, by pausing the gateway: any change of toxics would let go of what
 * it holds, and a disabled proxy refuses. The keeper notices by the gateway's silence. A gateway
 * that was restarted in the meantime is no longer paused; it has no old connection left, so that
 * holding back all new ones is the same cut. A black hole is made from outside as well, at the port
 * that the gateway then leaves alone; so are clients put out of its reach, which the keeper cannot
 * see and has to be told.
 */
final class Reconciler {
  /** Well within the second in which a restarted gateway has its link back. */
  static final Duration PERIOD = Duration.ofMillis(200);

  /** How long who asks waits for what takes milliseconds as long as the gateway answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** What is not as asked is looked at more often. */
  private static final Duration SHORT_PERIOD = Duration.ofMillis(50);

  private static final String PARTITION_OWED =
      "the clients of the partition are not put apart; ask for the link again: make wan";

  private final Gateway gateway;
  private final PortProbe door;
  private final DesiredStateFile file;
  private final Journal journal;

  // What follows is guarded by this.
  private DesiredState was;
  private DesiredState asked;
  private Turns turns;
  private boolean inForce;
  private boolean changing;
  private boolean engineNeeded;
  private boolean woken;

  /** How often a flapping link has turned; negative as long as nobody knows. */
  private int turned = -1;

  /**
   * Counts what was asked or said meanwhile: what the gateway answered before is of no use then.
   */
  private long round;

  private long beganNanos = System.nanoTime();
  private String why = "the gateway has not been asked yet";

  Reconciler(
      Gateway gateway, PortProbe door, DesiredStateFile file, Journal journal, DesiredState asked) {
    this.gateway = gateway;
    this.door = door;
    this.file = file;
    this.journal = journal;
    this.was = asked;
    this.asked = asked;
    this.turns = new Turns(asked);
    journal.guarding(asked);
  }

  /** What the keeper knows, at one moment. */
  record View(DesiredState was, DesiredState asked, boolean inForce, String why, Engine engine) {}

  synchronized View view() {
    return new View(was, asked, inForce, why, Engine.of(asked, door.port()));
  }

  /**
   * Takes an order: saves it, then waits a moment for what can be done at once. An order for what
   * is asked already changes nothing.
   *
   * @return with {@code inForce} false if the engine has to do its part first, or the gateway
   *     cannot be reached; it is done as soon as it can be
   * @throws IOException if the order could not be saved, and then nothing has changed
   */
  synchronized View ask(LinkChange order) throws IOException, InterruptedException {
    // Before the time that the order bears: what comes while it is saved is of the old link still.
    long began = System.nanoTime();
    DesiredState next = order.appliedTo(asked);
    if (next.sameLinkAs(asked)) {
      was = asked;
      return view();
    }
    file.save(next);
    journal.changing(asked, next);
    was = asked;
    asked = next;
    turns = new Turns(next);
    inForce = false;
    changing = true;
    engineNeeded = was.needsEngine() || asked.needsEngine();
    beganNanos = began;
    turned = 0;
    why = "the engine's part is not done yet";
    round++;
    woken = true;
    notifyAll();
    return await(PATIENCE, () -> inForce || engineNeeded);
  }

  /**
   * Takes the engine's word that its part is done, and waits until the link is as asked, at most
   * that long. To pause the gateway is all that a cut wants.
   *
   * @throws IOException if that could not be saved; it may be said again
   */
  synchronized View engineDone(Duration atMost) throws IOException, InterruptedException {
    if (asked.owed()) {
      DesiredState done = asked.withDockersPartDone();
      file.save(done);
      asked = done;
    }
    round++;
    if (asked.isCut()) {
      note(new Finding(true, true, true, turned, ""));
    }
    woken = true;
    notifyAll();
    return await(atMost);
  }

  /**
   * Learns when clients were started: one that was started after it was put apart has left the
   * partition, and so Docker's part is to be done again.
   *
   * @throws IOException if that could not be saved; it may be said again
   */
  synchronized View started(Map<String, Instant> clients) throws IOException {
    Set<String> restarted = asked.startedSincePutApart(clients);
    if (!restarted.isEmpty() && !asked.owed()) {
      losePartition(
          "%s was restarted, which ended the partition".formatted(String.join(" and ", restarted)));
      round++;
    }
    return view();
  }

  private void losePartition(String reason) throws IOException {
    DesiredState next = asked.withDockersPartOwed();
    file.save(next);
    asked = next;
    why = reason;
    engineNeeded = true;
    if (inForce) {
      inForce = false;
      beganNanos = System.nanoTime();
    }
    journal.lost(reason);
  }

  /** Waits until the link is as asked, at most that long; returns what is then known. */
  View await(Duration atMost) throws InterruptedException {
    return await(atMost, () -> inForce);
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
  void keep() throws InterruptedException {
    while (true) {
      tend();
      synchronized (this) {
        await(untilTheNextLook(), () -> woken);
        woken = false;
      }
    }
  }

  private synchronized Duration untilTheNextLook() {
    Duration period = inForce ? PERIOD : SHORT_PERIOD;
    Duration turn = turns.untilTheNext();
    return turn.compareTo(period) < 0 ? turn : period;
  }

  /** Compares the link with what is asked, and mends it. */
  void tend() {
    DesiredState current;
    Turns itsTurns;
    long began;
    int before;
    synchronized (this) {
      current = asked;
      itsTurns = turns;
      began = round;
      before = turned;
    }
    Finding finding = talk(current, itsTurns.countAt(System.nanoTime()), before);
    synchronized (this) {
      if (round == began) {
        note(finding);
      }
    }
  }

  /**
   * What came of talking to the gateway.
   *
   * @param stood whether the link was as asked before anything was done about it
   * @param stands whether it is now
   * @param engineNeeded whether the rest is up to the engine
   * @param turns how often a flapping link has turned by now
   */
  private record Finding(
      boolean stood, boolean stands, boolean engineNeeded, int turns, String why) {}

  private Finding talk(DesiredState current, int turned, int turnedBefore) {
    // That a link differs which has just turned is no loss.
    boolean turn = turnedBefore >= 0 && turned > turnedBefore;
    boolean open = FlappingSchedule.isUpAfter(turned);
    try {
      if (stands(current, open)) {
        return new Finding(true, true, false, turned, "");
      }
      String missing = mend(current, open);
      return missing.isEmpty()
          ? new Finding(
              turn, true, false, turned, "the gateway was restarted, or somebody changed its link")
          : new Finding(false, false, true, turned, missing);
    } catch (GatewayException failed) {
      boolean cut = current.isCut() && failed.silent();
      return new Finding(
          cut,
          cut,
          failed.silent() || current.needsEngine(),
          turned,
          String.valueOf(failed.getMessage()));
    }
  }

  private boolean stands(DesiredState current, boolean open) throws GatewayException {
    if (current.isCut()) {
      return gateway.compare(ToxicPlan.hold()) == Condition.AS_PLANNED;
    }
    ToxicPlan plan = ToxicPlan.of(current.link(), current.faults());
    if (current.isBlackHole()) {
      return gateway.compare(plan) == Condition.DISABLED && door.isSilent();
    }
    boolean passes = open && !current.faults().has(Refused.class);
    return gateway.compare(plan) == (passes ? Condition.AS_PLANNED : Condition.DISABLED);
  }

  /** Puts in force what can be, through the gateway's API; returns what is missing, if anything. */
  private String mend(DesiredState current, boolean open) throws GatewayException {
    if (current.isCut()) {
      if (gateway.compare(ToxicPlan.hold()) != Condition.DISABLED) {
        return "the gateway is not paused yet";
      }
      gateway.apply(ToxicPlan.hold());
    } else if (current.isBlackHole()) {
      gateway.refuse();
      return "what answers nobody is not there; ask for the link again";
    } else if (open && !current.faults().has(Refused.class)) {
      gateway.apply(ToxicPlan.of(current.link(), current.faults()));
    } else {
      gateway.refuse();
    }
    return "";
  }

  private void note(Finding finding) {
    if (finding.stands() && !finding.stood() && !changing && !asked.partitioned().isEmpty()) {
      noteThatThePartitionIsGone();
    }
    engineNeeded = finding.engineNeeded();
    why = finding.why();
    if (inForce && !finding.stood()) {
      inForce = false;
      beganNanos = System.nanoTime();
      journal.lost(why);
    }
    if (finding.stands()) {
      noteTurns(finding.turns());
    }
    if (asked.owed()) {
      why = PARTITION_OWED;
    } else if (!inForce && finding.stands()) {
      inForce = true;
      why = "";
      if (changing) {
        journal.changed(asked, beganNanos);
      } else {
        journal.restored(asked, beganNanos);
      }
      changing = false;
    }
    notifyAll();
  }

  /** A gateway that was restarted knows nothing of the clients that were put apart from it. */
  private void noteThatThePartitionIsGone() {
    try {
      losePartition("the gateway was restarted, which ended the partition");
    } catch (IOException notSaved) {
      // The next look finds the gateway restored and nothing to say: keep it in memory.
      asked = asked.withDockersPartOwed();
    }
  }

  private void noteTurns(int until) {
    for (int turn = turned; turn >= 0 && turn < until; turn++) {
      int number = turn + 1;
      turns.due(turn).ifPresent(due -> journal.flapped(number, due, asked));
    }
    turned = until;
  }
}
