package nearfar.client.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nearfar.client.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all clients since the link was last changed. An exchange counts if it started
 * since then and, where it crosses the link, the link was not in change while it ran.
 */
public final class Report {

  static final String NEAR = "lan";
  static final String FAR = "wan";

  private final LinkHistory link;
  private final List<ClientFigures> clients;

  private Report(LinkHistory link, List<ClientFigures> clients) {
    this.link = link;
    this.clients = clients;
  }

  /** Of what the log holds now. */
  public static Report of(LabLog log) {
    List<ClientFigures> clients = new ArrayList<>();
    for (ClientHistory client : log.clients()) {
      if (client.begin() != null) {
        clients.add(figures(client, log.link()));
      }
    }
    return new Report(log.link(), List.copyOf(clients));
  }

  private static ClientFigures figures(ClientHistory client, LinkHistory link) {
    String network = client.service().substring(LabLog.CLIENT_PREFIX.length());
    boolean crossesTheLink = !network.equals(NEAR);
    Percentiles connect = new Percentiles();
    Percentiles greeting = new Percentiles();
    Map<String, Long> reasons = new TreeMap<>();
    long greetings = 0;
    long failures = 0;
    long overlapping = 0;
    for (ClientHistory.Seen seen : client.exchanges()) {
      if (crossesTheLink && link.wasInChange(seen.startNanos(), seen.endNanos())) {
        overlapping++;
        continue;
      }
      if (seen.startNanos() < link.sinceNanos()) {
        continue;
      }
      if (seen.connectMicros() != ClientHistory.NONE) {
        connect.add(seen.connectMicros() * 1000L);
      }
      String reason = seen.reason();
      if (reason == null) {
        greetings++;
        greeting.add(seen.greetingMicros() * 1000L);
      } else {
        failures++;
        reasons.merge(reason, 1L, Long::sum);
      }
    }
    return new ClientFigures(
        client.name(),
        network,
        greetings,
        failures,
        reasons,
        overlapping,
        connect,
        greeting,
        begins(client, link));
  }

  private static ClientFigures.@Nullable Begins begins(ClientHistory client, LinkHistory link) {
    ClientHistory.Begin begin = client.begin();
    if (begin == null
        || link.state() == LinkHistory.State.UNKNOWN
        || begin.nanos() <= link.sinceNanos()) {
      return null;
    }
    return new ClientFigures.Begins(
        begin.time(), begin.rotated(), begin.nanos() - link.sinceNanos());
  }

  LinkHistory link() {
    return link;
  }

  List<ClientFigures> clients() {
    return clients;
  }

  /**
   * How many times the median of the far clients' greeting times is that of the near ones'; empty
   * if one side has no greeting.
   */
  OptionalDouble farOverNear() {
    Percentiles near = greetingTimes(NEAR);
    Percentiles far = greetingTimes(FAR);
    return near.isEmpty() || far.isEmpty() || near.at(50) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) far.at(50) / near.at(50));
  }

  private Percentiles greetingTimes(String network) {
    Percentiles times = new Percentiles();
    for (ClientFigures client : clients) {
      if (client.network().equals(network)) {
        times.add(client.greeting());
      }
    }
    return times;
  }
}
