package nearfar.lab.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
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

/**
 * A report as one HTML file: style, scripts and data stand in it, and its own content policy
 * forbids loading anything. The template escapes every text.
 */
final class HtmlPage {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Template TEMPLATE =
      Mustache.compiler().compile(Resources.text("report.html.mustache"));

  /** So many clients are listed at once; more have to be unfolded. */
  private static final int LISTED = 12;

  private HtmlPage() {}

  static String of(LabReport report) {
    Clients clients = new Clients(report);
    List<SideLine> sides =
        Arrays.stream(Side.values())
            .filter(side -> clients.count(side) > 0)
            .map(side -> SideLine.of(side, clients.count(side), clients.figures(side)))
            .toList();
    List<ClientLine> lines =
        clients.names().stream()
            .map(name -> ClientLine.of(name, Clients.side(name), clients.figures(name)))
            .toList();
    return TEMPLATE.execute(
        new Page(
            report.title(),
            report.idea(),
            Verdict.of(report.outcome()),
            summary(report),
            WHEN.format(report.began()),
            Millis.seconds(report.endNanos() - report.zeroNanos()),
            report.rows().stream().map(row -> RowLine.of(row, report)).toList(),
            !report.rows().isEmpty(),
            report.marks().stream().map(mark -> MarkLine.of(mark, report)).toList(),
            !report.marks().isEmpty(),
            sides,
            clients.figures().exchanges() > 0,
            lines,
            lines.size(),
            lines.size() <= LISTED,
            report.calibrations().stream().map(CalibrationLine::of).toList(),
            !report.calibrations().isEmpty(),
            report.facts().entrySet().stream().map(Fact::of).toList(),
            !report.facts().isEmpty(),
            Resources.text("report.css"),
            Resources.uplot("uPlot.min.css"),
            Resources.uplot("uPlot.iife.min.js"),
            Resources.uplotLicence(),
            Resources.uplotVersion(),
            Resources.text("report.js"),
            ChartData.of(report, clients)));
  }

  private static String summary(LabReport report) {
    long held = report.rows().stream().filter(row -> row.outcome() == Outcome.HELD).count();
    int all = report.rows().size();
    if (report.outcome() == Outcome.NO_VERDICT) {
      return "the link was not the one asked for, so nothing is said of the service";
    }
    return all == 0
        ? ""
        : held == all
            ? (all == 1 ? "the expectation held" : "all " + all + " expectations held")
            : held + " of " + all + (all == 1 ? " expectation held" : " expectations held");
  }

  private static String orDash(String text) {
    return text.isBlank() ? "–" : text;
  }

  /** What the template sees; its names are the template's. */
  record Page(
      String title,
      String idea,
      Verdict verdict,
      String summary,
      String began,
      String length,
      List<RowLine> rows,
      boolean hasRows,
      List<MarkLine> marks,
      boolean hasMarks,
      List<SideLine> sides,
      boolean hasExchanges,
      List<ClientLine> clients,
      int clientCount,
      boolean clientsOpen,
      List<CalibrationLine> calibrations,
      boolean hasCalibrations,
      List<Fact> facts,
      boolean hasFacts,
      String css,
      String uplotCss,
      String uplotJs,
      String uplotLicence,
      String uplotVersion,
      String js,
      String data) {}

  record Verdict(String word, String sign, String kind) {
    static Verdict of(Outcome outcome) {
      return new Verdict(
          Words.of(outcome), Words.sign(outcome), outcome.name().toLowerCase(Locale.ROOT));
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
      String kind,
      long clients,
      int greeted,
      int failed,
      String p50,
      String p90,
      String p99,
      String max) {
    static SideLine of(Side side, long clients, Figures figures) {
      return new SideLine(
          side.name().toLowerCase(Locale.ROOT),
          side.name().toLowerCase(Locale.ROOT),
          clients,
          figures.greeted(),
          figures.failed(),
          Millis.number(figures.greeting(50)),
          Millis.number(figures.greeting(90)),
          Millis.number(figures.greeting(99)),
          Millis.number(figures.greeting(100)));
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
    static ClientLine of(String name, Side side, Figures figures) {
      return new ClientLine(
          name,
          side.name().toLowerCase(Locale.ROOT),
          figures.greeted(),
          figures.failed(),
          reasons(figures.reasons()),
          Millis.number(figures.connect(50)),
          Millis.number(figures.greeting(50)),
          Millis.number(figures.greeting(99)),
          Millis.number(figures.greeting(100)));
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
