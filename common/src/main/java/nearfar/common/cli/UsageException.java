package nearfar.common.cli;

/** A command line, or a variable that replaces an option, is wrong. */
public final class UsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String command;
  private final boolean ofValue;

  UsageException(Usage usage, boolean ofValue, String message) {
    super(message.replaceAll("[\\s\\p{Cc}]+", " "));
    this.command = usage.name();
    this.ofValue = ofValue;
  }

  /** The name of the command, as it is typed. */
  public String command() {
    return command;
  }

  /** Whether a value is wrong; then the message tells which values are right. */
  public boolean isOfValue() {
    return ofValue;
  }

  /** The message, in one line. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
