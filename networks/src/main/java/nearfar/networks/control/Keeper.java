package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
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
 * holding back all new ones is the same cut.
 */
final class Keeper {
  /** Well within the second in which a restarted gateway has its link back. */
  static final Duration PERIOD = Duration.ofMillis(200);

  /** How long who asks waits for what takes milliseconds as long as the gateway answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final String NOT_PAUSED = "the gateway is not paused yet";

  private final Gateway gateway;
  private final AskedFile file;
  private final Journal journal;

  // What follows is guarded by this.
  private Asked was;
  private Asked asked;
  private boolean inForce;
  private boolean changing;
  private boolean engineNeeded;
  private boolean woken;

  /**
   * Counts what was asked or said meanwhile: what the gateway answered before is of no use then.
   */
  private long round;

  private long beganNanos = System.nanoTime();
  private String why = "the gateway has not been asked yet";

  Keeper(Gateway gateway, AskedFile file, Journal journal, Asked asked) {
    this.gateway = gateway;
    this.file = file;
    this.journal = journal;
    this.was = asked;
    this.asked = asked;
    journal.guarding(asked);
  }

  /** What the keeper knows, at one moment. */
  record View(Asked was, Asked asked, boolean inForce, String why) {}

  synchronized View view() {
    return new View(was, asked, inForce, why);
  }

  /**
   * Takes an order: saves it, then waits a moment for what can be done at once. An order for what
   * is asked already changes nothing.
   *
   * @return with {@code inForce} false if the engine has to pause or unpause the gateway first, or
   *     the gateway cannot be reached; it is done as soon as it can be
   * @throws IOException if the order could not be saved, and then nothing has changed
   */
  synchronized View ask(Order order) throws IOException, InterruptedException {
    Asked next = order.appliedTo(asked);
    was = asked;
    if (next.sameLinkAs(asked)) {
      return view();
    }
    file.save(next);
    journal.changing(asked, next);
    asked = next;
    inForce = false;
    changing = true;
    engineNeeded = was.state() == State.CUT;
    beganNanos = System.nanoTime();
    why = "the gateway may be paused";
    round++;
    woken = true;
    notifyAll();
    return await(PATIENCE, () -> inForce || engineNeeded);
  }

  /** Takes the engine's word that it has paused the gateway, which is all that a cut wants. */
  synchronized View paused() {
    if (asked.state() == State.CUT) {
      round++;
      note(new Finding(true, true, true, ""));
    }
    return view();
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
        await(PERIOD, () -> woken);
        woken = false;
      }
    }
  }

  /** Compares the link with what is asked, and mends it. */
  void tend() {
    Asked current;
    long began;
    synchronized (this) {
      current = asked;
      began = round;
    }
    Finding finding = talk(current);
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
   */
  private record Finding(boolean stood, boolean stands, boolean engineNeeded, String why) {}

  private Finding talk(Asked current) {
    try {
      if (stands(current)) {
        return new Finding(true, true, false, "");
      }
      boolean mended = mend(current);
      String why =
          mended ? "the gateway was restarted, or somebody else changed its link" : NOT_PAUSED;
      return new Finding(false, mended, !mended, why);
    } catch (GatewayException failed) {
      boolean cut = current.state() == State.CUT && failed.silent();
      return new Finding(cut, cut, failed.silent(), String.valueOf(failed.getMessage()));
    }
  }

  private boolean stands(Asked current) throws GatewayException {
    return switch (current.state()) {
      case UP -> gateway.compare(ToxicPlan.of(current.link())) == Condition.AS_PLANNED;
      case CUT -> gateway.compare(ToxicPlan.hold()) == Condition.AS_PLANNED;
      case REFUSED -> gateway.compare(ToxicPlan.hold()) == Condition.DISABLED;
    };
  }

  /** Puts in force what can be, through the gateway's API; returns whether that is all of it. */
  private boolean mend(Asked current) throws GatewayException {
    switch (current.state()) {
      case UP -> gateway.apply(ToxicPlan.of(current.link()));
      case REFUSED -> gateway.refuse();
      case CUT -> {
        if (gateway.compare(ToxicPlan.hold()) != Condition.DISABLED) {
          return false;
        }
        gateway.apply(ToxicPlan.hold());
      }
    }
    return true;
  }

  private void note(Finding finding) {
    engineNeeded = finding.engineNeeded();
    why = finding.why();
    if (inForce && !finding.stood()) {
      inForce = false;
      beganNanos = System.nanoTime();
      journal.lost(why);
    }
    if (!inForce && finding.stands()) {
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
}
