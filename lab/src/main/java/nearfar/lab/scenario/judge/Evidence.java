package nearfar.lab.scenario.judge;

import java.util.List;
import nearfar.lab.Exchange;
import nearfar.lab.LinkWindow;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was seen.
 *
 * @param exchanges of all clients
 * @param changes the times in which the WAN's link was being changed, or lost
 * @param sent what the service sends; null if nobody knows
 */
public record Evidence(
    RunTiming chronicle,
    ClientArrivals roster,
    List<Exchange> exchanges,
    List<LinkWindow> changes,
    @Nullable Content sent) {
  public Evidence {
    exchanges = List.copyOf(exchanges);
    changes = List.copyOf(changes);
  }
}
