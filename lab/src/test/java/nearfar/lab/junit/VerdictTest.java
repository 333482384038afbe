package nearfar.lab.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.junit.jupiter.api.Test;

/** A failed expectation over a link that is as asked, and over one that is not. */
class VerdictTest {
  private static final Row ROW =
      new Row(
          "far",
          "client-wan-1",
          0,
          1_000_000_000,
          "everyone is greeted within 1s",
          "never client-wan-1",
          Outcome.FAILED);

  @Test
  void overALinkAsAskedTheTestFailsWithTheExpectationTheMeasurementAndTheCalibration() {
    ExpectationFailed failure =
        assertThrows(
            ExpectationFailed.class,
            () -> Verdict.of(ROW, "lte: down 35ms", new LinkCalibration(List.of(row("")), "")));
    assertEquals(
        """
        expectation failed
          expected     client-wan-1: everyone is greeted within 1s
          measured     never client-wan-1
          link         lte: down 35ms
          calibration  down asked 35.0 ms, measured floor 30.2 ms, p50 35.4 ms, p99 40.1 ms, of 200\
        """,
        failure.getMessage());
    assertEquals(ROW, failure.row());
  }

  @Test
  void overALinkThatIsNotTheOneAskedForTheResultIsInconclusiveAndItSaysWhy() {
    RuntimeException aborted =
        Verdict.of(
            ROW,
            "lte: down 35ms",
            new LinkCalibration(List.of(row(""), row("a CPU quota of 0.1")), ""));
    assertEquals(
        """
        inconclusive, the lab's link is not the one asked for
          expected     client-wan-1: everyone is greeted within 1s
          measured     never client-wan-1
          link         lte: down 35ms
          calibration  down asked 35.0 ms, measured floor 30.2 ms, p50 35.4 ms, p99 40.1 ms, of 200
                       down asked 35.0 ms, measured floor 30.2 ms, p50 35.4 ms, p99 40.1 ms, of 200; \
        a CPU quota of 0.1\
        """,
        aborted.getMessage());
    assertEquals(Outcome.INCONCLUSIVE, ((Inconclusive) aborted).row().outcome());
  }

  @Test
  void overALinkThatCannotBeMeasuredTheTestFails() {
    ExpectationFailed failure =
        assertThrows(
            ExpectationFailed.class,
            () -> Verdict.of(ROW, "cut", new LinkCalibration(List.of(), "the gateway is paused")));
    assertEquals(
        "  calibration  not measured: the gateway is paused",
        failure.getMessage().lines().toList().getLast());
  }

  private static CalibrationRow row(String doubt) {
    return new CalibrationRow("lte", "down", 35, 5, 30.2, 35.4, 40.1, 200, doubt.isEmpty(), doubt);
  }
}
