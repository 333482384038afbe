package nearfar.tests.scenarios;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.scenario.Action;
import nearfar.lab.scenario.Claim;
import nearfar.lab.scenario.ClientSelector;
import nearfar.lab.scenario.Expectation;
import nearfar.lab.scenario.NegativeControl;
import nearfar.lab.scenario.Range;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.Window;
import nearfar.lab.scenario.Window.Moment;
import nearfar.lab.scenario.run.ControlVerdict;
import nearfar.lab.scenario.run.LinkVerification;
import nearfar.lab.scenario.run.Progress;
import nearfar.lab.scenario.run.ScenarioRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One scenario with every kind of action, in a real lab; then its negative control. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioRunTest {
  private static final ClientSelector FAR = new ClientSelector(List.of("far"));

  private final Scenario scenario =
      scenario(
          LabSettings.defaults().clients(1, 2),
          6500,
          List.of(
              step("refuse", 500, new Action.ChangeLink(Map.of("PROFILE", "refused"))),
              step("heal", 1500, new Action.ChangeLink(Map.of("PROFILE", "heal"))),
              step("stop", 3500, new Action.Stop("client-wan-2")),
              step("kill", 3600, new Action.Kill("client-lan-1")),
              step("start", 4000, new Action.Start("client-wan-2")),
              step("more", 4100, new Action.MoreClients(Side.NEAR, 2))),
          List.of(
              new Expectation("refused", FAR, during("refuse", "heal"), new Claim.NobodyGreeted()),
              new Expectation(
                  "told so",
                  FAR,
                  during("refuse", "heal"),
                  new Claim.Failures(new Range(100, 100), List.of("refused"))),
              new Expectation(
                  "back",
                  FAR,
                  during("heal", "stop"),
                  new Claim.GreetedWithin(Duration.ofSeconds(5))),
              new Expectation(
                  "newcomers",
                  new ClientSelector(List.of("all")),
                  during("more", null),
                  new Claim.EveryoneGreeted())),
          new NegativeControl(List.of("refuse"), Map.of(), List.of("refused", "told so")));

  private Lab lab;

  @BeforeAll
  void startALab() {
    lab = Lab.start(scenario.lab());
  }

  @AfterAll
  void stopTheLab() {
    lab.close();
  }

  @Test
  void aScenarioHoldsAndItsControlFailsAtExactlyWhatItNames() throws InterruptedException {
    List<String> measured = new ArrayList<>();
    LabReport report = run(scenario, measured);
    assertEquals(Outcome.HELD, report.outcome(), () -> report.rows().toString());
    assertEquals(
        List.of("refuse", "heal", "stop", "kill", "start", "more"),
        report.marks().stream().map(Mark::name).toList());
    assertEquals("4711", report.facts().get("seed"));
    assertEquals(List.of("[{PROFILE=perfect}]", "[{PROFILE=perfect}]"), measured);
    assertAll(
        report.marks().stream()
            .map(mark ->
                () ->
                    assertTrue(
                        mark.doneNanos() >= mark.beganNanos()
                            && mark.beganNanos() >= report.zeroNanos(),
                        mark.toString())));

    LabReport control = run(scenario.controlScenario(), measured);
    assertEquals(List.of(), ControlVerdict.of(scenario.control(), control).wrongly());
  }

  @Test
  void theResultIsInconclusiveWhereAPartOfTheLabEndsByNoStep() throws InterruptedException {
    Scenario quiet =
        scenario(
            scenario.lab(),
            2500,
            List.of(),
            List.of(new Expectation("greeted", FAR, Window.ALL, new Claim.EveryoneGreeted())),
            null);
    List<String> told = new ArrayList<>();
    Progress killer =
        new Progress() {
          @Override
          public void phase(String subject, String text) {
            told.add(subject + ": " + text);
            if (subject.equals("zero")) {
              lab.crash("server");
            }
          }
        };
    LabReport report = new ScenarioRun(quiet, (place, links) -> List.of(), killer).runIn(lab);
    assertEquals(Outcome.INCONCLUSIVE, report.outcome(), () -> report.rows().toString());
    String doubt = "server ended without a step";
    assertTrue(told.contains("doubt: " + doubt), told::toString);
    assertTrue(report.rows().getFirst().measured().endsWith("; " + doubt), report::toString);
  }

  private LabReport run(Scenario version, List<String> measured) throws InterruptedException {
    LinkVerification trust =
        (place, links) -> {
          measured.add(links.toString());
          return List.of();
        };
    return new ScenarioRun(version, trust, Progress.SILENT).runIn(lab);
  }

  private static Window during(String from, String to) {
    return new Window(
        new Moment(from, Duration.ZERO), to == null ? null : new Moment(to, Duration.ZERO));
  }

  private static Step step(String name, long atMillis, Action action) {
    return new Step(name, Duration.ofMillis(atMillis), action);
  }

  private static Scenario scenario(
      LabSettings lab,
      long lengthMillis,
      List<Step> steps,
      List<Expectation> expectations,
      NegativeControl control) {
    return new Scenario(
        "sample",
        "An idea.",
        lab,
        4711L,
        Duration.ofMillis(lengthMillis),
        steps,
        expectations,
        control);
  }
}
