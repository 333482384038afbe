package nearfar.lab.scenario.judge;

import java.util.List;
import nearfar.common.log.LinkWindow;
import nearfar.lab.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * All observations of a run.
 *
 * @param exchanges of all clients
 * @param changes the times of changes and losses of the WAN's link
 * @param sent the content that the service sends; null if unknown
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
