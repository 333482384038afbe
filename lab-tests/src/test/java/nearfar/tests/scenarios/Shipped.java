package nearfar.tests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Action.MoreClients;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.ScenarioReader;
import nearfar.lab.scenario.Step;
import nearfar.lab.scenario.run.LinkVerification;
import nearfar.lab.scenario.run.Progress;
import nearfar.lab.scenario.run.ScenarioRun;

/**
 * One of the scenarios that come with the lab, in a folder of their own; or its negative control.
 *
 * @param fails the expectations that have to fail
 */
record Shipped(Scenario scenario, List<String> fails) {
  private static final int AGAIN = 2;

  static Stream<Shipped> all() {
    Path folder = Path.of("").toAbsolutePath();
    while (Files.notExists(folder.resolve("Makefile"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no Makefile above this folder");
    }
    try (Stream<Path> files = Files.list(folder.resolve("scenarios"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> new Shipped(ScenarioReader.read(file), List.of()))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<Shipped> timed() {
    return all().filter(shipped -> shipped.scenario.judgesTiming());
  }

  static Stream<Shipped> untimed() {
    return all().filter(shipped -> !shipped.scenario.judgesTiming());
  }

  /** Clients that come do not go again. */
  boolean grows() {
    return scenario.timeline().stream().map(Step::action).anyMatch(MoreClients.class::isInstance);
  }

  /** The lab that it wants, but for the link, which each run changes. */
  LabSettings addresses() {
    return new LabSettings(scenario.lab().clients(), Map.of(), scenario.lab().service());
  }

  /** The same scenario without its cause. */
  Shipped control() {
    return new Shipped(scenario.controlScenario(), scenario.control().fails());
  }

  /**
   * Runs it and finds that exactly those expectations fail that have to.
   *
   * @param hasty whom to ask first whether a lab is to be trusted; what does not come out as it has
   *     to is then run again, with {@code strict}
   * @param strict whose word counts; while it is inconclusive, the scenario is run again
   */
  void assertComesOutIn(Lab lab, LinkVerification hasty, LinkVerification strict)
      throws InterruptedException {
    LabReport report = run(scenario, lab, hasty);
    for (int again = 0; again < AGAIN && !isSettled(report, hasty.equals(strict)); again++) {
      report = run(scenario, lab, strict);
    }
    assertEquals(fails, failed(report), told(report));
    assertEquals(fails.isEmpty() ? Outcome.HELD : Outcome.FAILED, report.outcome(), told(report));
  }

  private static LabReport run(Scenario scenario, Lab lab, LinkVerification trust)
      throws InterruptedException {
    return new ScenarioRun(scenario, trust, Progress.SILENT).runIn(lab);
  }

  /** Whether nothing would be gained by another run. */
  private boolean isSettled(LabReport report, boolean strict) {
    return report.outcome() != Outcome.INCONCLUSIVE && (strict || failed(report).equals(fails));
  }

  private static List<String> failed(LabReport report) {
    return report.rows().stream()
        .filter(row -> row.outcome() == Outcome.FAILED)
        .map(Row::name)
        .toList();
  }

  private static String told(LabReport report) {
    StringBuilder text = new StringBuilder(report.title());
    report.rows().forEach(row -> text.append('\n').append(row));
    report.calibrations().forEach(row -> text.append('\n').append(row));
    report.marks().forEach(mark -> text.append('\n').append(mark));
    return text.toString();
  }

  @Override
  public String toString() {
    return scenario.name() + (fails.isEmpty() ? "" : " without its cause");
  }
}
