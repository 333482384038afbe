package nearfar.client.report;

import nearfar.common.log.LinkWindow;
import nearfar.common.log.LinkWindows;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/** What wan-control has said of the link: what it is, since when, and when it was in change. */
final class LinkHistory {

  enum State {
    UP,
    CUT,
    REFUSED,
    CHANGING,
    LOST,
    UNKNOWN;

    /** Whether the link is what was asked for, which may well be a cut one. */
    boolean isAsAsked() {
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
   * Takes in the next line of wan-control's log; events of other kinds are passed over.
   *
   * @throws IllegalArgumentException if it lacks a field
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
    // A link asked for before the host was started has been there since wan-control came up.
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

  /** The name that people know the link by, or null if nothing is known of it. */
  @Nullable String profile() {
    return profile;
  }

  @Nullable String summary() {
    return summary;
  }

  /** When the link became what it is, as an ISO instant. */
  @Nullable String since() {
    return since;
  }

  /** What it is changing to, or why it was lost; null otherwise. */
  @Nullable String remark() {
    return remark;
  }

  /** When the link became what it is; lower than any time if that is not known. */
  long sinceNanos() {
    return sinceNanos;
  }

  /**
   * Whether the link was in change at some time in between, in its last change or later. The time
   * before the log is not a change: the exchanges of that time started before the link.
   */
  boolean wasInChange(long startNanos, long endNanos) {
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
