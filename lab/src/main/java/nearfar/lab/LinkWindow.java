package nearfar.lab;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which the link was neither the old nor the new one: it was being changed, or the
 * gateway had lost it. What was under way then belongs to neither's figures.
 *
 * @param beganNanos by {@link System#nanoTime}
 * @param endedNanos {@link Long#MAX_VALUE} if it lasts
 * @param asked whether somebody asked for a change; otherwise the gateway had lost its link
 */
public record LinkWindow(long beganNanos, long endedNanos, boolean asked) {

  public boolean overlaps(Exchange exchange) {
    return exchange.startNanos() <= endedNanos && exchange.endNanos() >= beganNanos;
  }

  /** Reads the windows from what wan-control tells. */
  static List<LinkWindow> from(List<JsonObject> journal) {
    List<LinkWindow> windows = new ArrayList<>();
    long began = Long.MIN_VALUE;
    boolean open = true;
    boolean asked = false;
    for (JsonObject line : journal) {
      long at = line.get("at_ns").getAsLong();
      switch (line.get("event").getAsString()) {
        case "changing", "lost" -> {
          began = open ? began : at;
          open = true;
          asked |= line.get("event").getAsString().equals("changing");
        }
        case "changed", "restored" -> {
          long told = line.get("began_ns").getAsLong();
          windows.add(new LinkWindow(open ? Math.min(began, told) : told, at, asked));
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
