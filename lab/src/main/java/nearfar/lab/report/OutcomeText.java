package nearfar.lab.report;

import nearfar.lab.report.LabReport.Outcome;

/** What outcomes are called. */
final class OutcomeText {
  private OutcomeText() {}

  static String of(Outcome outcome) {
    return switch (outcome) {
      case HELD -> "held";
      case FAILED -> "failed";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  /** A sign beside the word, so that no outcome is told by its colour alone. */
  static String sign(Outcome outcome) {
    return switch (outcome) {
      case HELD -> "✔";
      case FAILED -> "✘";
      case INCONCLUSIVE -> "?";
    };
  }
}
