package nearfar.lab.report;

import nearfar.lab.report.LabReport.Outcome;

/** Outcomes as text. */
final class OutcomeText {
  private OutcomeText() {}

  static String of(Outcome outcome) {
    return switch (outcome) {
      case HELD -> "held";
      case FAILED -> "failed";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  /** A sign for those who cannot tell the outcomes' colours apart. */
  static String sign(Outcome outcome) {
    return switch (outcome) {
      case HELD -> "✔";
      case FAILED -> "✘";
      case INCONCLUSIVE -> "?";
    };
  }
}
