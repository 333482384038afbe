package nearfar.client.report;

import nearfar.common.log.LinkWindow;
import nearfar.common.log.LinkWindows;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/** The link in wan-control's log: its state, since when, and when it was changing. */
final class LinkHistory {

  enum State {
    UP,
    CUT,
    REFUSED,
    CHANGING,
    LOST,
    UNKNOWN;

    /** Whether the link is in the requested state; that state may be cut or refused. */
    boolean isAsRequested() {
      return this == UP || this == CUT || this == REFUSED;
    }
  }

  private final LinkWindows windows = new LinkWindows();

  private State state = State.UNKNOWN;
  private @Nullable String profile;
  private @Nullable String summary;
  private @Nullable String since;
  private @Nullable String remark;
  private long sinceNanos = Long.MIN_VALUE;

  /**
   * Reads the next event of wan-control's log; ignores events of other kinds.
   *
   * @throws IllegalArgumentException if a field is missing
   */
  void read(LogEvent event) {
    windows.read(event);
    switch (event.name()) {
      case "changing" -> {
        state = State.CHANGING;
        remark = event.textOrNull("to");
      }
      case "lost" -> {
        state = State.LOST;
        remark = event.textOrNull("why");
      }
      case "guarding" -> {
        settle(event);
        state = State.CHANGING;
        remark = summary;
      }
      case "changed", "restored" -> settle(event);
      default -> {}
    }
  }

  private void settle(LogEvent event) {
    long at = event.number("at_ns");
    remark = null;
    profile = event.text("link");
    summary = event.text("summary");
    since = event.text("since");
    // A link requested before the host's last boot has existed since wan-control started.
    sinceNanos = Math.min(event.number("since_ns"), at);
    state =
        switch (event.textOrNull("state")) {
          case "cut" -> State.CUT;
          case "refused" -> State.REFUSED;
          case null, default -> State.UP;
        };
  }

  State state() {
    return state;
  }

  /** The name of the link's profile, or null if it is unknown. */
  @Nullable String profile() {
    return profile;
  }

  @Nullable String summary() {
    return summary;
  }

  /** The time of the last change as an ISO instant, or null if it is unknown. */
  @Nullable String since() {
    return since;
  }

  /** The target of the current change, or the reason of the loss; null otherwise. */
  @Nullable String remark() {
    return remark;
  }

  /** The time of the last change, in nanoseconds; {@link Long#MIN_VALUE} if it is unknown. */
  long sinceNanos() {
    return sinceNanos;
  }

  /**
   * Whether the link was in change at some time in between, in its last change or later. The time
   * before the log is not a change: the exchanges of that time started before the link.
   */
  boolean wasChanging(long startNanos, long endNanos) {
    if (state == State.UNKNOWN) {
      return false;
    }
    LinkWindow open = windows.open();
    if (open != null && open.overlaps(startNanos, endNanos)) {
      return true;
    }
    for (LinkWindow window : windows.ended().reversed()) {
      if (window.endedNanos() < sinceNanos || window.beganNanos() == Long.MIN_VALUE) {
        return false;
      }
      if (window.overlaps(startNanos, endNanos)) {
        return true;
      }
    }
    return false;
  }
}
