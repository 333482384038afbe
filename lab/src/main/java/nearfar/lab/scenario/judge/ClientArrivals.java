package nearfar.lab.scenario.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nearfar.lab.Side;
import nearfar.lab.scenario.ClientSelector;

/**
 * The lab's clients, and when each arrived.
 *
 * @param since by the client's name, in the report's order; {@link Long#MIN_VALUE} for clients that
 *     were there from the start
 */
public record ClientArrivals(Map<String, Long> since) {
  public ClientArrivals {
    since = Collections.unmodifiableMap(new LinkedHashMap<>(since));
  }

  /** The selected clients: those named, and those of a side that arrived before the span's end. */
  List<String> clients(ClientSelector who, Span span) {
    return since.entrySet().stream()
        .filter(client ->
            who.names().contains(client.getKey())
                || (who.names().stream().anyMatch(name -> isOf(name, client.getKey()))
                    && client.getValue() < span.toNanos()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOf(String side, String client) {
    return switch (side) {
      case "near" -> client.startsWith(Side.NEAR.service());
      case "far" -> client.startsWith(Side.FAR.service());
      case "all" -> true;
      default -> false;
    };
  }
}
