package nearfar.client.report;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nearfar.common.log.ExchangeEvent;
import nearfar.common.log.LogEvent;

/**
 * Counters and histograms for Prometheus, computed from the whole log of a lab, whatever the link
 * was. Memory use grows with the number of clients, not of exchanges. Thread-safe.
 */
public final class Metrics {

  private static final String GREETED = "greeted";

  /** The numbers of one client. */
  private static final class Counts {
    private final Map<String, Long> outcomes = new TreeMap<>(Map.of(GREETED, 0L));
    private final DurationHistogram connect = new DurationHistogram();
    private final DurationHistogram greeting = new DurationHistogram();
  }

  private final Map<String, Counts> clients = new TreeMap<>(new ContainerOrder());
  private final LinkHistory link = new LinkHistory();
  private final Clock clock;

  public Metrics() {
    this(Clock.systemUTC()); // time of day
  }

  Metrics(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads the next line of {@code docker compose logs}; ignores lines that are not events of a
   * client or the link.
   */
  public synchronized void read(String line) {
    LogLine logLine = LogLine.parse(line);
    LogEvent event = logLine.event();
    if (event == null) {
      return;
    }
    try {
      if (logLine.service().equals(LabLog.CONTROL_SERVICE)) {
        link.read(event);
      } else if (logLine.service().startsWith(LabLog.CLIENT_PREFIX)) {
        count(clients.computeIfAbsent(logLine.container(), name -> new Counts()), event);
      }
    } catch (IllegalArgumentException incomplete) {
      // An event with a missing field is not counted; the report command reports it.
    }
  }

  private static void count(Counts counts, LogEvent event) {
    if (!ExchangeEvent.is(event)) {
      return;
    }
    ExchangeEvent exchange = ExchangeEvent.of(event);
    exchange.connectNanos().ifPresent(counts.connect::add);
    exchange.greetingNanos().ifPresent(counts.greeting::add);
    counts.outcomes.merge(Objects.requireNonNullElse(exchange.reason(), GREETED), 1L, Long::sum);
  }

  /** The current values in the text format of Prometheus, version 0.0.4. */
  public synchronized String text() {
    CounterSnapshot.Builder exchanges =
        CounterSnapshot.builder()
            .name("nearfar_exchanges")
            .help("Exchanges of a client: greeted, or why not.");
    HistogramSnapshot.Builder connect =
        HistogramSnapshot.builder()
            .name("nearfar_connect_seconds")
            .help("How long connect() took.");
    HistogramSnapshot.Builder greeting =
        HistogramSnapshot.builder()
            .name("nearfar_greeting_seconds")
            .help("From before connect() to the last byte of the greeting.");
    clients.forEach((name, counts) -> {
      String network = name.replaceFirst("^client-", "").replaceFirst("-\\d+$", "");
      Labels labels = Labels.of("client", name, "network", network);
      counts.outcomes.forEach((outcome, count) ->
          exchanges.dataPoint(
              CounterDataPointSnapshot.builder()
                  .labels(labels.merge(Labels.of("outcome", outcome)))
                  .value(count)
                  .build()));
      connect.dataPoint(counts.connect.snapshot(labels));
      greeting.dataPoint(counts.greeting.snapshot(labels));
    });
    return print(
        MetricSnapshots.of(
            exchanges.build(), connect.build(), greeting.build(), state(), info(), gathered()));
  }

  private GaugeSnapshot state() {
    GaugeSnapshot.Builder states =
        GaugeSnapshot.builder()
            .name("nearfar_link_state")
            .help("1 for the state that the WAN's link is in.");
    for (LinkHistory.State state : LinkHistory.State.values()) {
      states.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(Labels.of("state", state.name().toLowerCase(Locale.ROOT)))
              .value(state == link.state() ? 1 : 0)
              .build());
    }
    return states.build();
  }

  private InfoSnapshot info() {
    return InfoSnapshot.builder()
        .name("nearfar_link")
        .help("The WAN's link, as it was last settled.")
        .dataPoint(
            InfoDataPointSnapshot.builder()
                .labels(
                    Labels.of(
                        "profile",
                        Objects.requireNonNullElse(link.profile(), ""),
                        "summary",
                        Objects.requireNonNullElse(link.summary(), "")))
                .build())
        .build();
  }

  /** Shows whether unchanged metrics are stale. */
  private GaugeSnapshot gathered() {
    return GaugeSnapshot.builder()
        .name("nearfar_gathered_timestamp_seconds")
        .help("When these figures were gathered, in seconds since 1970.")
        .dataPoint(GaugeDataPointSnapshot.builder().value(clock.millis() / 1e3).build())
        .build();
  }

  private static String print(MetricSnapshots all) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder()
          .setIncludeCreatedTimestamps(false)
          .build()
          .write(text, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array takes everything
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
