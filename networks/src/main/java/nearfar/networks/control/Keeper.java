package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import nearfar.networks.toxiproxy.Gateway;
import nearfar.networks.toxiproxy.Gateway.Condition;
import nearfar.networks.toxiproxy.GatewayException;
import nearfar.networks.toxiproxy.ToxicPlan;

/**
 * Keeps the gateway's link as asked: compares the two several times a second, and mends what
 * differs. All of its methods may be called by any thread; they take turns.
 *
 * <p>A link is cut from outside, by pausing the gateway: any change of toxics would let go of what
 * it holds, and a disabled proxy refuses. The keeper notices by the gateway's silence. A gateway
 * that was restarted in the meantime is no longer paused; it has no old connection left, so that
 * holding back all new ones is the same cut.
 */
final class Keeper {
  /** Well within the second in which a restarted gateway has its link back. */
  static final Duration PERIOD = Duration.ofMillis(200);

  private final Gateway gateway;
  private final AskedFile file;
  private final Journal journal;

  private Asked was;
  private Asked asked;
  private boolean inForce;
  private boolean changing;
  private boolean silent;
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
   * Takes an order: saves it, then does at once what can be done at once. An order for what is in
   * force already changes nothing.
   *
   * @return with {@code inForce} false if the engine has to pause or unpause the gateway first, or
   *     the gateway cannot be reached; it is done as soon as it can be
   * @throws IOException if the order could not be saved, and then nothing has changed
   */
  synchronized View ask(Order order) throws IOException {
    Asked next = order.appliedTo(asked);
    if (next.sameLinkAs(asked)) {
      was = asked;
      return view();
    }
    file.save(next);
    journal.changing(asked, next);
    boolean paused = inForce && silent;
    was = asked;
    asked = next;
    inForce = false;
    changing = true;
    beganNanos = System.nanoTime();
    why = next.state() == State.CUT ? "the gateway is not paused yet" : "the gateway is paused";
    if (!paused) {
      tend();
    }
    return view();
  }

  /** Compares the link with what was asked, and mends it. */
  synchronized void tend() {
    try {
      silent = false;
      if (!stands() && !mended()) {
        return;
      }
      settle();
    } catch (GatewayException failed) {
      silent = failed.silent();
      if (asked.state() == State.CUT && silent) {
        settle();
      } else {
        lose(String.valueOf(failed.getMessage()));
      }
    }
  }

  private boolean stands() throws GatewayException {
    return switch (asked.state()) {
      case UP -> gateway.compare(ToxicPlan.of(asked.link())) == Condition.AS_PLANNED;
      case CUT -> gateway.compare(ToxicPlan.hold()) == Condition.AS_PLANNED;
      case REFUSED -> gateway.compare(ToxicPlan.hold()) == Condition.DISABLED;
    };
  }

  /**
   * Puts in force what can be put in force through the gateway's API; returns whether that is all
   * of it.
   */
  private boolean mended() throws GatewayException {
    lose("the gateway was restarted, or somebody else changed its link");
    switch (asked.state()) {
      case UP -> gateway.apply(ToxicPlan.of(asked.link()));
      case REFUSED -> gateway.refuse();
      case CUT -> {
        if (gateway.compare(ToxicPlan.hold()) != Condition.DISABLED) {
          why = "the gateway is not paused yet";
          return false;
        }
        gateway.apply(ToxicPlan.hold());
      }
    }
    return true;
  }

  private void settle() {
    if (inForce) {
      return;
    }
    if (changing) {
      journal.changed(asked, beganNanos);
    } else {
      journal.restored(asked, beganNanos);
    }
    inForce = true;
    changing = false;
    why = "";
    notifyAll();
  }

  private void lose(String reason) {
    if (inForce) {
      inForce = false;
      beganNanos = System.nanoTime();
      journal.lost(reason);
    }
    why = reason;
  }

  /** Waits until the link is as asked, at most that long; returns what is then known. */
  synchronized View await(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!inForce) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      wait(left / 1_000_000 + 1);
    }
    return view();
  }
}
