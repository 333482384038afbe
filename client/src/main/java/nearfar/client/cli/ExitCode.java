package nearfar.client.cli;

/** The exit statuses of all commands. */
enum ExitCode {
  /** Success: all expected greetings arrived. */
  OK(0),
  /** At least one greeting is missing, or the input or output failed. */
  NOT_GREETED(1),
  /** The command line or a variable is wrong; nothing was done. */
  USAGE(2);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
