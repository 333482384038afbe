package nearfar.lab;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which the link was undefined: it was being changed, or the gateway had lost it.
 * Exchanges in this time belong neither to the old link nor to the new one.
 *
 * @param beganNanos by {@link System#nanoTime}
 * @param endedNanos {@link Long#MAX_VALUE} if it has not ended
 * @param asked whether it was a requested change; otherwise the gateway had lost its link
 */
public record LinkWindow(long beganNanos, long endedNanos, boolean asked) {

  /** Whether any part of an exchange was in this window. */
  public boolean overlaps(Exchange exchange) {
    return exchange.startNanos() <= endedNanos && exchange.endNanos() >= beganNanos;
  }

  /** Reads the windows from wan-control's log. */
  static List<LinkWindow> from(List<JsonObject> log) {
    List<LinkWindow> windows = new ArrayList<>();
    long began = Long.MIN_VALUE;
    boolean open = true;
    boolean asked = false;
    for (JsonObject line : log) {
      long at = line.get("at_ns").getAsLong();
      switch (line.get("event").getAsString()) {
        case "changing", "lost" -> {
          began = open ? began : at;
          open = true;
          asked |= line.get("event").getAsString().equals("changing");
        }
        case "changed", "restored" -> {
          long start = line.get("began_ns").getAsLong();
          windows.add(new LinkWindow(open ? Math.min(began, start) : start, at, asked));
          asked = false;
          open = false;
        }
        default -> {}
      }
    }
    if (open) {
      windows.add(new LinkWindow(began, Long.MAX_VALUE, asked));
    }
    return windows;
  }
}
