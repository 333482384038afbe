package nearfar.common.cli;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A command with {@code --help} and {@code --version}. It does something itself or has subcommands.
 */
public abstract class Command {

  private final Usage usage;

  protected Command(Usage usage) {
    this.usage = usage;
  }

  protected final Usage usage() {
    return usage;
  }

  /**
   * The subcommand of this name; null if there is none. Only the help calls it for subcommands that
   * do not run.
   */
  protected @Nullable Command command(String name) {
    return null;
  }

  /**
   * Does what the arguments request.
   *
   * @return the exit status
   * @throws IllegalArgumentException if that is impossible; it becomes a {@link UsageException}
   */
  protected abstract int run(ParsedArguments given) throws Exception;

  /**
   * Runs the command that the words name, on this thread and to its end.
   *
   * @return the exit status; 0 for help and version
   * @throws UsageException if the words or the variables are wrong; unless the command documents
   *     otherwise, it has done nothing
   * @throws Exception the failure of the command
   */
  public final int execute(CommandContext context, String... words) throws Exception {
    if (!usage.commands().isEmpty() && words.length > 0 && !words[0].startsWith("-")) {
      Command command = command(words[0]);
      if (command == null) {
        throw new UsageException(usage, false, UsageErrors.inCommand(words[0], usage.commands()));
      }
      return command.execute(context, Arrays.copyOfRange(words, 1, words.length));
    }
    ParsedArguments given = ParsedArguments.parse(usage, words, context.environment());
    if (given.has("help")) {
      context.out().print(Help.of(this, given));
      return 0;
    }
    if (given.has("version")) {
      context.out().println(context.version());
      return 0;
    }
    given.requireParameters();
    try {
      return run(given);
    } catch (UsageException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new UsageException(usage, false, String.valueOf(e.getMessage()));
    }
  }
}
