package nearfar.lab.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nearfar.lab.LabSettings;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Action;
import nearfar.lab.scenario.NegativeControl;
import nearfar.lab.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Which links a scenario and its negative control use, and how they are judged as a whole. */
class ScenarioLinksTest {
  private static final Map<String, String> LTE = Map.of("PROFILE", "lte");

  private final Scenario scenario =
      Sample.scenario(
          LabSettings.defaults().link(Map.of("PROFILE", "lte", "FAULT", "sliced")),
          5000,
          List.of(
              Sample.link("slow", 0, Map.of("DOWN", "300ms")),
              Sample.link("cut", 1, Map.of("PROFILE", "cut")),
              Sample.link("heal", 2, Map.of("PROFILE", "heal")),
              Sample.link("again", 3, Map.of("PROFILE", "lte", "FAULT", "hang", "SEED", "1")),
              Sample.link("fault", 4, Map.of("FAULT", "reset")),
              Sample.step("kill", 5, new Action.Kill("server"))),
          List.of(),
          new NegativeControl(List.of("slow"), Map.of("PROFILE", "perfect"), List.of("a", "b")));

  @Test
  void theLinksThatAreUsedAreThoseOverWhichAnythingPassesWithoutTheirFaults() {
    assertEquals(List.of(LTE, Map.of("DOWN", "300ms")), ScenarioLinks.used(scenario));
    assertEquals(
        List.of(Map.of("PROFILE", "perfect"), LTE), ScenarioLinks.used(scenario.controlScenario()));
  }

  @Test
  void theSeedGoesWithFaultsThatNameNone() {
    assertEquals(LTE, ScenarioLinks.seeded(LTE, 7));
    assertEquals(
        Map.of("FAULT", "flapping:2s", "SEED", "7"),
        ScenarioLinks.seeded(Map.of("FAULT", "flapping:2s"), 7));
    assertEquals(
        Map.of("FAULT", "reset", "SEED", "1"),
        ScenarioLinks.seeded(Map.of("FAULT", "reset", "SEED", "1"), 7));
  }

  @Test
  void aLabStartsWithoutTheFaultsSoThatEveryoneCanBeGreetedFirst() {
    assertEquals(LTE, ScenarioLinks.withoutFaults(scenario.lab()).link());
  }

  @Test
  void aControlHasToFailAtExactlyWhatItNames() {
    NegativeControl control = scenario.control();
    assertEquals(List.of(), wrongly(control, "a FAILED", "b FAILED", "c HELD"));
    assertEquals(
        List.of(
            "'b' had to fail without the cause, and did not: measured",
            "'c' had to hold without the cause, too: measured"),
        wrongly(control, "a FAILED", "b HELD", "c FAILED"));
  }

  @Test
  void inALabThatCannotBeTrustedTheResultIsInconclusive() {
    List<Row> rows = List.of(row("a HELD"), row("b FAILED"));
    assertEquals(Outcome.FAILED, Verdict.overall(Verdict.of(rows, true, List.of())));
    assertEquals(Outcome.HELD, Verdict.overall(Verdict.of(rows.subList(0, 1), true, List.of())));
    List<Row> none = Verdict.of(rows, false, List.of());
    assertEquals(Outcome.INCONCLUSIVE, Verdict.overall(none));
    assertEquals(
        List.of(Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE),
        none.stream().map(Row::outcome).toList());
  }

  private static List<String> wrongly(NegativeControl control, String... rows) {
    LabReport report =
        new LabReport(
            "sample",
            "",
            Instant.EPOCH,
            0,
            1,
            List.of(),
            List.of(),
            List.of(rows).stream().map(ScenarioLinksTest::row).toList(),
            List.of(),
            Map.of(),
            Outcome.FAILED);
    return ControlVerdict.of(control, report).wrongly();
  }

  private static Row row(String nameAndOutcome) {
    String[] words = nameAndOutcome.split(" ", 2);
    return new Row(words[0], "far", 0, 1, "expected", "measured", Outcome.valueOf(words[1]));
  }
}
