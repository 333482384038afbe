package nearfar.networks.control;

import org.jspecify.annotations.Nullable;

/** How the program ends, for scripts. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  WRONG_USAGE(2),
  /** The order is saved; the engine has to do its part, or the gateway to come back. */
  PENDING(3);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** Says why on standard error, and returns the status. */
  int because(@Nullable String why) {
    System.err.println(why);
    return status;
  }
}
