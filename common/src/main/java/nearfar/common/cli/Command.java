package nearfar.common.cli;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A command: it has {@code --help} and {@code --version}, and does something itself or leaves that
 * to the commands that it has.
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
   * The command of this name, one of those in the usage; null if there is none. Called for no other
   * than the one that is to run, except by the help.
   */
  protected @Nullable Command command(String name) {
    return null;
  }

  /**
   * Does what was asked for.
   *
   * @return the exit status
   * @throws IllegalArgumentException if that is impossible; it becomes a {@link UsageException}
   */
  protected abstract int run(ParsedArguments given) throws Exception;

  /**
   * Runs what the words ask for, on this thread and to its end.
   *
   * @return the exit status; 0 for help and version
   * @throws UsageException if the words or the variables are wrong; then nothing was done, or as
   *     much as the command says
   * @throws Exception what the command fails with
   */
  public final int execute(CommandContext surroundings, String... words) throws Exception {
    if (!usage.commands().isEmpty() && words.length > 0 && !words[0].startsWith("-")) {
      Command command = command(words[0]);
      if (command == null) {
        throw new UsageException(usage, false, UsageErrors.inCommand(words[0], usage.commands()));
      }
      return command.execute(surroundings, Arrays.copyOfRange(words, 1, words.length));
    }
    ParsedArguments given = ParsedArguments.parse(usage, words, surroundings.environment());
    if (given.has("help")) {
      surroundings.out().print(Help.of(this, given));
      return 0;
    }
    if (given.has("version")) {
      surroundings.out().println(surroundings.version());
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
