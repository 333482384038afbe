package nearfar.lab.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;

/** A report for the page's template: names as in the template, numbers as text. */
record PageModel(LabReport report, Clients known) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** More clients than these are listed in a closed section. */
  private static final int LISTED = 12;

  String title() {
    return report.title();
  }

  String idea() {
    return report.idea();
  }

  Verdict verdict() {
    return Verdict.of(report.outcome());
  }

  String summary() {
    if (report.outcome() == Outcome.INCONCLUSIVE) {
      return "the link was not as requested, so the service was not judged";
    }
    int all = report.rows().size();
    long held = report.rows().stream().filter(row -> row.outcome() == Outcome.HELD).count();
    if (held < all) {
      return held + " of " + all + (all == 1 ? " expectation held" : " expectations held");
    }
    return switch (all) {
      case 0 -> "";
      case 1 -> "the expectation held";
      default -> "all " + all + " expectations held";
    };
  }

  String began() {
    return WHEN.format(report.began());
  }

  String length() {
    return Millis.seconds(report.endNanos() - report.zeroNanos());
  }

  List<RowLine> rows() {
    return report.rows().stream().map(row -> RowLine.of(row, report)).toList();
  }

  boolean hasRows() {
    return !report.rows().isEmpty();
  }

  List<MarkLine> marks() {
    return report.marks().stream().map(mark -> MarkLine.of(mark, report)).toList();
  }

  boolean hasMarks() {
    return !report.marks().isEmpty();
  }

  List<SideLine> sides() {
    return Arrays.stream(Side.values())
        .filter(side -> known.count(side) > 0)
        .map(side -> SideLine.of(side, known.count(side), known.statistics(side)))
        .toList();
  }

  boolean hasExchanges() {
    return !known.names().isEmpty();
  }

  List<ClientLine> clients() {
    return known.names().stream()
        .map(name -> ClientLine.of(name, Clients.side(name), known.statistics(name)))
        .toList();
  }

  int clientCount() {
    return known.names().size();
  }

  boolean clientsOpen() {
    return clientCount() <= LISTED;
  }

  List<CalibrationLine> calibrations() {
    return report.calibrations().stream().map(CalibrationLine::of).toList();
  }

  boolean hasCalibrations() {
    return !report.calibrations().isEmpty();
  }

  List<Fact> facts() {
    return report.facts().entrySet().stream().map(Fact::of).toList();
  }

  boolean hasFacts() {
    return !report.facts().isEmpty();
  }

  /** The data for the script's charts. */
  String data() {
    return ChartData.of(report, known);
  }

  String css() {
    return Resources.text("report.css");
  }

  String js() {
    return Resources.text("report.js");
  }

  String uplotCss() {
    return Resources.uplot("uPlot.min.css");
  }

  String uplotJs() {
    return Resources.uplot("uPlot.iife.min.js");
  }

  String uplotLicence() {
    return Resources.uplotLicence();
  }

  String uplotVersion() {
    return Resources.uplotVersion();
  }

  private static String orDash(String text) {
    return text.isBlank() ? "–" : text;
  }

  record Verdict(String word, String sign, String kind) {
    static Verdict of(Outcome outcome) {
      return new Verdict(
          OutcomeText.of(outcome),
          OutcomeText.sign(outcome),
          outcome.name().toLowerCase(Locale.ROOT));
    }
  }

  record RowLine(
      Verdict verdict,
      String name,
      String who,
      String from,
      String to,
      String expected,
      String measured) {
    static RowLine of(Row row, LabReport report) {
      return new RowLine(
          Verdict.of(row.outcome()),
          row.name(),
          orDash(row.who()),
          Millis.seconds(row.fromNanos() - report.zeroNanos()),
          Millis.seconds(row.toNanos() - report.zeroNanos()),
          orDash(row.expected()),
          orDash(row.measured()));
    }
  }

  record MarkLine(String at, String took, String name, String text) {
    static MarkLine of(Mark mark, LabReport report) {
      return new MarkLine(
          Millis.seconds(mark.beganNanos() - report.zeroNanos()),
          Millis.number(Millis.of(mark.doneNanos() - mark.beganNanos())),
          mark.name(),
          mark.text());
    }
  }

  record SideLine(
      String name,
      long clients,
      int greeted,
      int failed,
      String p50,
      String p90,
      String p99,
      String max) {
    static SideLine of(Side side, long clients, Statistics statistics) {
      return new SideLine(
          side.name().toLowerCase(Locale.ROOT),
          clients,
          statistics.greeted(),
          statistics.failed(),
          Millis.number(statistics.greeting(50)),
          Millis.number(statistics.greeting(90)),
          Millis.number(statistics.greeting(99)),
          Millis.number(statistics.greeting(100)));
    }
  }

  record ClientLine(
      String name,
      String kind,
      int greeted,
      int failed,
      String reasons,
      String connect,
      String p50,
      String p99,
      String max) {
    static ClientLine of(String name, Side side, Statistics statistics) {
      return new ClientLine(
          name,
          side.name().toLowerCase(Locale.ROOT),
          statistics.greeted(),
          statistics.failed(),
          reasons(statistics.reasons()),
          Millis.number(statistics.connect(50)),
          Millis.number(statistics.greeting(50)),
          Millis.number(statistics.greeting(99)),
          Millis.number(statistics.greeting(100)));
    }

    private static String reasons(Map<String, Integer> reasons) {
      return reasons.entrySet().stream()
          .map(each -> each.getValue() + " " + each.getKey())
          .collect(Collectors.joining(", "));
    }
  }

  record CalibrationLine(
      String link,
      String direction,
      String asked,
      String floor,
      String p50,
      String p99,
      int samples,
      boolean trusted,
      String doubt) {
    static CalibrationLine of(CalibrationRow row) {
      return new CalibrationLine(
          row.link(),
          row.direction(),
          asked(row),
          Millis.fine(row.floorMillis()),
          Millis.fine(row.p50Millis()),
          Millis.fine(row.p99Millis()),
          row.samples(),
          row.trusted(),
          row.doubt());
    }

    private static String asked(CalibrationRow row) {
      String delay = Millis.plain(row.delayMillis());
      return row.jitterMillis() == 0 ? delay : delay + " ±" + Millis.plain(row.jitterMillis());
    }
  }

  record Fact(String name, String value) {
    static Fact of(Map.Entry<String, String> fact) {
      return new Fact(fact.getKey(), fact.getValue());
    }
  }
}
