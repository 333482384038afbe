package nearfar.lab.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nearfar.lab.Exchange;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;

/** Reports as labs would leave them, made up without one. */
final class SampleReports {
  private static final long ZERO = 5_000_000_000_000L;

  private final Random random = new Random(7);
  private final List<Exchange> exchanges = new ArrayList<>();

  private SampleReports() {}

  /** Writes all samples to the folder that is named, to be looked at in a browser. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    ReportWriter.write(of("cut-and-heal", 1, 2), folder);
    ReportWriter.write(of("fifty", 25, 25), folder);
    ReportWriter.write(many("many", 400_000), folder);
    ReportWriter.write(empty(), folder);
    ReportWriter.write(crowded(), folder);
  }

  /** A link that is cut, healed, and then one of a satellite. */
  static LabReport of(String title, int near, int far) {
    SampleReports samples = new SampleReports();
    for (int client = 1; client <= near; client++) {
      samples.client("client-lan-" + client, Duration.ofMillis(500), false);
    }
    for (int client = 1; client <= far; client++) {
      samples.client("client-wan-" + client, Duration.ofMillis(500), true);
    }
    return report(title, samples.exchanges, Outcome.FAILED);
  }

  /** Steps and expectations without number, long names, and a link that was not as asked. */
  static LabReport crowded() {
    LabReport plain = of("crowded", 2, 3);
    List<Mark> marks = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int step = 1; step < 40; step++) {
      double second = step * 0.5;
      marks.add(new Mark(step % 2 == 1 ? "down" : "up", "flapping", at(second), at(second + 0.02)));
      rows.add(
          new Row(
              "in second " + second + " nobody far is greeted, whatever the others may say of it",
              "client-wan-1, client-wan-2 and client-wan-3",
              at(second),
              at(second + 0.5),
              "failures 40 to 60 %, refused, reset or closed-without-greeting",
              "52.1 % of 1048 exchanges: 300 refused, 246 closed-without-greeting",
              Outcome.INCONCLUSIVE));
    }
    return new LabReport(
        "crowded",
        plain.idea(),
        plain.began(),
        plain.zeroNanos(),
        plain.endNanos(),
        marks,
        plain.exchanges(),
        rows,
        plain.calibrations(),
        plain.facts(),
        Outcome.INCONCLUSIVE);
  }

  static LabReport many(String title, int count) {
    SampleReports samples = new SampleReports();
    for (int client = 1; client <= 4; client++) {
      Duration interval = Duration.ofNanos(20_000_000_000L * 4 / count);
      samples.client((client % 2 == 0 ? "client-lan-" : "client-wan-") + client, interval, false);
    }
    return report(title, samples.exchanges, Outcome.HELD);
  }

  static LabReport empty() {
    return new LabReport(
        "empty",
        "",
        Instant.EPOCH,
        ZERO,
        ZERO,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Outcome.HELD);
  }

  /** One whose every text is this one. */
  static LabReport saying(String text) {
    return new LabReport(
        text,
        text,
        Instant.EPOCH,
        ZERO,
        at(2),
        List.of(new Mark(text, text, at(1), at(1.1))),
        List.of(new Exchange(text, at(1), at(1.5), null, null, text, 0, text)),
        List.of(new Row(text, text, ZERO, at(2), text, text, Outcome.FAILED)),
        List.of(new CalibrationRow(text, text, 1, 0, 1, 1, 1, 1, false, text)),
        Map.of(text, text),
        Outcome.FAILED);
  }

  private static LabReport report(String title, List<Exchange> exchanges, Outcome outcome) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("seed", "8231094417");
    facts.put("nearfar", "0.1.0");
    facts.put("toxiproxy", "2.12.0");
    facts.put("engine", "docker 26.1.5");
    facts.put("link", "broadband: down 14ms 5mbit, up 14ms 1mbit, per connection");
    facts.put("service", "the greeter, port 4444");
    return new LabReport(
        title,
        "A line that is cut does not refuse anybody: whoever connects hangs until the time-out."
            + " Once it is healed, the next greeting comes through.",
        Instant.parse("2026-03-01T09:30:00Z"),
        ZERO,
        at(20),
        List.of(
            new Mark("cut", "cut: no byte crosses, in either direction", at(5), at(5.04)),
            new Mark("heal", "broadband: down 14ms 5mbit, up 14ms 1mbit", at(10), at(10.05)),
            new Mark("satellite", "geo-satellite: down 279ms, up 279ms", at(14), at(14.2))),
        exchanges,
        List.of(
            new Row(
                "everyone is greeted before the cut",
                "all",
                at(0),
                at(5),
                "everyone greeted",
                "3 of 3 clients",
                Outcome.HELD),
            new Row(
                "far is cut off",
                "far",
                at(5.04),
                at(10),
                "nobody greeted",
                "0 of 2 clients",
                Outcome.HELD),
            new Row(
                "near does not notice",
                "near",
                at(5.04),
                at(10),
                "greeting p99 0 to 5 ms",
                "1.9 ms, of 10 exchanges",
                Outcome.HELD),
            new Row(
                "recovery within half a second",
                "far",
                at(10.05),
                at(14),
                "each greeted within 500 ms",
                "client-wan-2 after 612 ms",
                Outcome.FAILED),
            new Row(
                "a satellite away",
                "far",
                at(14.2),
                at(20),
                "greeting p50 558 to 600 ms",
                "561 ms, of 22 exchanges",
                Outcome.HELD)),
        List.of(
            new CalibrationRow(
                "broadband: down 14ms 5mbit, up 14ms 1mbit",
                "down",
                14,
                0,
                14.02,
                14.31,
                15.9,
                200,
                true,
                ""),
            new CalibrationRow(
                "broadband: down 14ms 5mbit, up 14ms 1mbit",
                "up",
                14,
                0,
                14.05,
                14.4,
                16.2,
                200,
                true,
                ""),
            new CalibrationRow(
                "geo-satellite: down 279ms, up 279ms",
                "down",
                279,
                0,
                279.1,
                283.4,
                301.7,
                200,
                false,
                "p50 is 4.4 ms above what was asked, more than 1 ms: the machine's load is 7.3 on 2"
                    + " cores")),
        facts,
        outcome);
  }

  private void client(String name, Duration interval, boolean far) {
    double seconds = random.nextDouble() * interval.toNanos() / 1e9;
    while (seconds < 20) {
      Exchange exchange = far ? far(name, seconds) : greeted(name, seconds, skewed(0.4));
      exchanges.add(exchange);
      double took = (exchange.endNanos() - exchange.startNanos()) / 1e9;
      seconds += Math.max(interval.toNanos() / 1e9, took);
    }
  }

  private Exchange far(String name, double seconds) {
    boolean cut = seconds > 4.99 && seconds < 10.05;
    if (cut) {
      String reason = seconds < 5.3 ? "reset" : seconds > 8.5 ? "refused" : "read-timeout";
      double took = reason.equals("read-timeout") ? 2 : 0.001;
      return new Exchange(
          name, at(seconds), at(seconds + took), Duration.ofNanos(310_000), null, reason, 0, null);
    }
    return greeted(name, seconds, seconds > 14.2 ? 558 + skewed(3) : 28.1 + skewed(1.5));
  }

  /** Mostly about so much, sometimes far more, as times are. */
  private double skewed(double typical) {
    return typical * Math.exp(random.nextGaussian() * 0.5) * (random.nextInt(40) == 0 ? 6 : 1);
  }

  private static Exchange greeted(String name, double seconds, double millis) {
    return new Exchange(
        name,
        at(seconds),
        at(seconds + millis / 1e3),
        Duration.ofNanos(Math.round(Math.min(millis, 0.3) * 1e6)),
        Duration.ofNanos(Math.round(millis * 1e6)),
        null,
        29,
        "c00c9c1c");
  }

  static long at(double seconds) {
    return ZERO + Math.round(seconds * 1e9);
  }
}
