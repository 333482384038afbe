package nearfar.client.report;

import java.util.ArrayList;
import java.util.List;
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

  /** A time in which the link was neither surely the old one nor surely the new one. */
  private record Change(long fromNanos, long toNanos) {
    boolean overlaps(long startNanos, long endNanos) {
      return startNanos < toNanos && endNanos > fromNanos;
    }
  }

  private static final long NOT_IN_CHANGE = Long.MIN_VALUE;

  private final List<Change> changes = new ArrayList<>();
  private long inChangeFrom = NOT_IN_CHANGE;
  private long lastNanos = Long.MIN_VALUE;

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
  void read(Event event) {
    switch (event.name()) {
      case "changing" -> {
        begin(event, State.CHANGING);
        remark = event.textOrNull("to");
      }
      case "lost" -> {
        begin(event, State.LOST);
        remark = event.textOrNull("why");
      }
      case "changed", "restored", "guarding" -> settle(event);
      default -> {}
    }
  }

  private void begin(Event event, State during) {
    long at = event.number("at_ns");
    forgetEarlierBoots(at);
    if (inChangeFrom == NOT_IN_CHANGE) {
      inChangeFrom = at;
    }
    state = during;
  }

  private void settle(Event event) {
    long at = event.number("at_ns");
    forgetEarlierBoots(at);
    long began = event.json().has("began_ns") ? event.number("began_ns") : at;
    long from = inChangeFrom == NOT_IN_CHANGE ? began : Math.min(began, inChangeFrom);
    if (from < at) {
      changes.add(new Change(from, at));
    }
    inChangeFrom = NOT_IN_CHANGE;
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

  /** The clock of the host starts anew with the host. */
  private void forgetEarlierBoots(long at) {
    if (at < lastNanos) {
      changes.clear();
      inChangeFrom = NOT_IN_CHANGE;
    }
    lastNanos = at;
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

  /** Whether the link was in change at some time in between, in its last change or later. */
  boolean wasInChange(long startNanos, long endNanos) {
    if (inChangeFrom != NOT_IN_CHANGE && endNanos > inChangeFrom) {
      return true;
    }
    for (Change change : changes.reversed()) {
      if (change.toNanos() < sinceNanos) {
        return false;
      }
      if (change.overlaps(startNanos, endNanos)) {
        return true;
      }
    }
    return false;
  }
}
