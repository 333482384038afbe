package nearfar.common.cli;

/** A command line, or a variable that stands in for a part of it, is wrong. */
public final class UsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String command;
  private final boolean ofValue;

  UsageException(Usage usage, boolean ofValue, String message) {
    super(message.replaceAll("[\\s\\p{Cc}]+", " "));
    this.command = usage.name();
    this.ofValue = ofValue;
  }

  /** Whose usage it is: a name as it is typed. */
  public String command() {
    return command;
  }

  /** Whether it is a value that is wrong, and the message says what one would be right. */
  public boolean isOfValue() {
    return ofValue;
  }

  /** What is wrong, in one line. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
