package nearfar.lab.junit;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;

/** The report of a failed test: the lab since the start of the test, and the failed expectation. */
final class TestReport {
  private TestReport() {}

  static LabReport of(String title, FailureArtifacts.Began began, Lab lab, Throwable failure) {
    long end = System.nanoTime();
    UnmetExpectation unmet = failure instanceof UnmetExpectation one ? one : null;
    Row row =
        unmet == null
            ? new Row(
                "the test", "", began.nanos(), end, "", String.valueOf(failure), Outcome.FAILED)
            : unmet.row();
    return new LabReport(
        title,
        "",
        began.time(),
        began.nanos(),
        end,
        marks(lab).filter(mark -> mark.doneNanos() >= began.nanos()).toList(),
        exchanges(lab, began.nanos()),
        List.of(row),
        unmet == null ? List.of() : unmet.calibration().rows(),
        facts(lab),
        row.outcome());
  }

  private static List<Exchange> exchanges(Lab lab, long fromNanos) {
    return Stream.of(Side.values())
        .flatMap(side -> lab.exchanges(side).stream())
        .filter(exchange -> exchange.endNanos() >= fromNanos)
        .toList();
  }

  /** The changes of the link, from wan-control's log. */
  private static Stream<Mark> marks(Lab lab) {
    return lab.lines("wan-control").stream()
        .filter(line -> line.has("began_ns") && line.has("summary"))
        .map(TestReport::mark);
  }

  private static Mark mark(JsonObject line) {
    return new Mark(
        line.get(line.has("state") ? "state" : "link").getAsString(),
        line.get("summary").getAsString(),
        line.get("began_ns").getAsLong(),
        line.get("at_ns").getAsLong());
  }

  private static Map<String, String> facts(Lab lab) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("clients", "%d near, %d far".formatted(lab.near().size(), lab.far().size()));
    facts.put(
        "link at the start",
        lab.settings().link().entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .sorted()
            .collect(Collectors.joining(" ")));
    facts.put("service", lab.settings().service().toString());
    facts.put("lab", lab.name());
    return facts;
  }
}
