package nearfar.lab.scenario.cli;

import java.util.Collection;
import nearfar.lab.report.LabReport.Outcome;

/**
 * The exit status of the command. Of several scenarios' it is the gravest. A failure is graver than
 * an inconclusive result, because it is certain.
 */
enum ExitCode {
  HELD(0),
  INCONCLUSIVE(3),
  FAILED(1),
  BAD_FILE(2);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  static ExitCode of(Outcome outcome) {
    return switch (outcome) {
      case HELD -> HELD;
      case FAILED -> FAILED;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }

  static ExitCode gravest(Collection<ExitCode> codes) {
    return codes.stream().max(ExitCode::compareTo).orElse(HELD);
  }
}
