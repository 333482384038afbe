package nearfar.client.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nearfar.client.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of all clients since the last change of the link. An exchange counts if it started
 * after the change. If it crosses the link, the link must not have been changing while it ran.
 */
public final class Report {

  static final String NEAR = "lan";
  static final String FAR = "wan";

  private final LinkHistory link;
  private final List<ClientStatistics> clients;

  private Report(LinkHistory link, List<ClientStatistics> clients) {
    this.link = link;
    this.clients = clients;
  }

  /** Computes the report from the log's current content. */
  public static Report of(LabLog log) {
    List<ClientStatistics> clients = new ArrayList<>();
    for (ExchangeHistory client : log.clients()) {
      if (client.logStart() != null) {
        clients.add(statistics(client, log.link()));
      }
    }
    return new Report(log.link(), List.copyOf(clients));
  }

  private static ClientStatistics statistics(ExchangeHistory client, LinkHistory link) {
    String network = client.service().substring(LabLog.CLIENT_PREFIX.length());
    boolean crossesTheLink = !network.equals(NEAR);
    Percentiles connect = new Percentiles();
    Percentiles greeting = new Percentiles();
    Map<String, Long> reasons = new TreeMap<>();
    long greetings = 0;
    long failures = 0;
    long overlapping = 0;
    for (ExchangeHistory.LoggedExchange exchange : client.exchanges()) {
      if (crossesTheLink && link.wasChanging(exchange.startNanos(), exchange.endNanos())) {
        overlapping++;
        continue;
      }
      if (exchange.startNanos() < link.sinceNanos()) {
        continue;
      }
      if (exchange.connectMicros() != ExchangeHistory.NONE) {
        connect.add(exchange.connectMicros() * 1000L);
      }
      String reason = exchange.reason();
      if (reason == null) {
        greetings++;
        greeting.add(exchange.greetingMicros() * 1000L);
      } else {
        failures++;
        reasons.merge(reason, 1L, Long::sum);
      }
    }
    return new ClientStatistics(
        client.name(),
        network,
        greetings,
        failures,
        reasons,
        overlapping,
        connect,
        greeting,
        dataStart(client, link));
  }

  private static ClientStatistics.@Nullable DataStart dataStart(
      ExchangeHistory client, LinkHistory link) {
    ExchangeHistory.LogStart logStart = client.logStart();
    if (logStart == null
        || link.state() == LinkHistory.State.UNKNOWN
        || logStart.nanos() <= link.sinceNanos()) {
      return null;
    }
    return new ClientStatistics.DataStart(
        logStart.time(), logStart.rotated(), logStart.nanos() - link.sinceNanos());
  }

  LinkHistory link() {
    return link;
  }

  List<ClientStatistics> clients() {
    return clients;
  }

  /**
   * The median greeting time of the far clients divided by that of the near clients; empty if one
   * side has no greeting.
   */
  OptionalDouble medianRatio() {
    Percentiles near = greetingTimes(NEAR);
    Percentiles far = greetingTimes(FAR);
    return near.isEmpty() || far.isEmpty() || near.at(50) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) far.at(50) / near.at(50));
  }

  private Percentiles greetingTimes(String network) {
    Percentiles times = new Percentiles();
    for (ClientStatistics client : clients) {
      if (client.network().equals(network)) {
        times.add(client.greeting());
      }
    }
    return times;
  }
}
