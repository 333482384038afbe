package nearfar.common.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times in which the link was undefined, from the events of wan-control in order. Only {@code
 * changed} and {@code restored} end such a time: a wan-control that has just started, which logs
 * {@code guarding}, has not applied the link yet. Not safe for use by several threads at once.
 */
public final class LinkWindows {

  private final List<LinkWindow> ended = new ArrayList<>();
  private @Nullable LinkWindow open;
  private long lastNanos = Long.MIN_VALUE;

  /**
   * Reads the next event; other kinds are ignored.
   *
   * @throws IllegalArgumentException if the event lacks a field
   */
  public void read(LogEvent event) {
    switch (event.name()) {
      case "changing" -> begin(event.number("at_ns"), true);
      case "lost", "guarding" -> begin(event.number("at_ns"), false);
      case "changed", "restored" -> end(event.number("began_ns"), event.number("at_ns"));
      default -> {}
    }
  }

  private void begin(long at, boolean asked) {
    startAt(at, at);
    open =
        open == null
            ? new LinkWindow(at, Long.MAX_VALUE, asked)
            : new LinkWindow(open.beganNanos(), Long.MAX_VALUE, asked || open.asked());
  }

  private void end(long began, long at) {
    startAt(began, at);
    ended.add(
        open == null
            ? new LinkWindow(began, at, false)
            : new LinkWindow(Math.min(began, open.beganNanos()), at, open.asked()));
    open = null;
  }

  /** The clock starts again when the host does: earlier windows are of another clock. */
  private void startAt(long began, long at) {
    if (at < lastNanos) {
      ended.clear();
      open = null;
    }
    if (ended.isEmpty()) {
      ended.add(new LinkWindow(Long.MIN_VALUE, began, false));
    }
    lastNanos = at;
  }

  /** Whether the link is undefined after the last event. */
  public boolean isOpen() {
    return ended.isEmpty() || open != null;
  }

  /** The windows that have ended, in order; the first is the time before the log. */
  public List<LinkWindow> ended() {
    return Collections.unmodifiableList(ended);
  }

  /** The window that has not ended, or null. */
  public @Nullable LinkWindow open() {
    return ended.isEmpty() ? new LinkWindow(Long.MIN_VALUE, Long.MAX_VALUE, false) : open;
  }

  /** A copy of all windows, in order. */
  public List<LinkWindow> all() {
    List<LinkWindow> all = new ArrayList<>(ended);
    LinkWindow last = open();
    if (last != null) {
      all.add(last);
    }
    return all;
  }
}
