package nearfar.client.cli;

/** What the exit status of every command means. */
enum ExitCode {
  /** Done, and everyone that was to be greeted was. */
  OK(0),
  /** Not greeted, or not all of them. */
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
