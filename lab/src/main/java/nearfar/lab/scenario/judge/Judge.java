package nearfar.lab.scenario.judge;

import java.util.List;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Claim;
import nearfar.lab.scenario.Expectation;

/**
 * Judges expectations by the evidence alone. An expectation without evidence fails: its window has
 * no exchanges, or too few for a percentile. If a step took so long that a window ended before it
 * began, the lab is at fault, and the result is inconclusive.
 */
public final class Judge {
  private Judge() {}

  /** Judges each expectation, in their order. */
  public static List<Row> all(List<Expectation> expectations, Evidence evidence) {
    return expectations.stream().map(expectation -> one(expectation, evidence)).toList();
  }

  /** Judges one expectation. */
  public static Row one(Expectation expectation, Evidence evidence) {
    WindowExchanges view = WindowExchanges.of(evidence, expectation);
    Finding finding = find(expectation.claim(), view);
    return new Row(
        expectation.name(),
        FindingText.and(expectation.who().names()),
        view.span().fromNanos(),
        view.span().toNanos(),
        ClaimText.of(expectation.claim()),
        finding.measured(),
        outcome(view, finding));
  }

  private static Outcome outcome(WindowExchanges view, Finding finding) {
    if (view.span().isEmpty()) {
      return Outcome.INCONCLUSIVE;
    }
    return finding.held() ? Outcome.HELD : Outcome.FAILED;
  }

  private static Finding find(Claim claim, WindowExchanges view) {
    if (view.span().isEmpty()) {
      return Finding.failed("the lab was too slow: the window was over before it began");
    }
    if (view.clients().isEmpty()) {
      return Finding.failed("too few: no client is meant");
    }
    return switch (claim) {
      case Claim.EveryoneGreeted _ -> GreetedCheck.everyone(view);
      case Claim.NobodyGreeted _ -> GreetedCheck.nobody(view);
      case Claim.GreetedWithin within -> RecoveryCheck.within(view, within);
      case Claim.Failures failures -> FailureCheck.of(view, failures);
      case Claim.Time time -> PercentileCheck.of(view, time);
      case Claim.WholeGreetings _ -> ContentCheck.whole(view);
      case Claim.Received received -> ContentCheck.received(view, received);
    };
  }
}
