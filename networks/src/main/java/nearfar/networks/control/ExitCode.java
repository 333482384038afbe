package nearfar.networks.control;

import org.jspecify.annotations.Nullable;

/** The program's exit statuses. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  WRONG_USAGE(2),
  /** The change is saved; Docker or the gateway still has to act. */
  PENDING(3);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** Prints the reason on standard error and returns the status. */
  int because(@Nullable String reason) {
    System.err.println(reason);
    return status;
  }
}
