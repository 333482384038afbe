package nearfar.lab.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.junit.jupiter.api.Test;

/** What a test says that did not see what it had to, by how true the link was. */
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
  void overATrueLinkItFailsWithWhatWasExpectedAndMeasuredAndTheCalibration() {
    NotSeen failure =
        assertThrows(
            NotSeen.class,
            () ->
                Verdict.against(ROW, "lte: down 35ms", new LinkCalibration(List.of(row("")), "")));
    assertEquals(
        """
        not seen
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
        Verdict.against(
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
  void aLinkThatCannotBeMeasuredIsNoExcuse() {
    NotSeen failure =
        assertThrows(
            NotSeen.class,
            () ->
                Verdict.against(
                    ROW, "cut", new LinkCalibration(List.of(), "the gateway is paused")));
    assertEquals(
        "  calibration  could not be had: the gateway is paused",
        failure.getMessage().lines().toList().getLast());
  }

  private static CalibrationRow row(String doubt) {
    return new CalibrationRow("lte", "down", 35, 5, 30.2, 35.4, 40.1, 200, doubt.isEmpty(), doubt);
  }
}
