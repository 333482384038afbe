package nearfar.common.cli;

import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name without its dashes
 * @param label the name of its value; null if it takes no value
 * @param preset the default value; null for none
 * @param variable the environment variable that replaces it; null for none
 * @param reader reads the value from text, or throws an IllegalArgumentException that quotes the
 *     text
 * @param description for the help; {@code %s} in it is the value without the option
 */
public record OptionSpec<T>(
    String name,
    @Nullable String label,
    @Nullable String preset,
    @Nullable String variable,
    Function<String, T> reader,
    String description) {

  /** An option with a value. NEARFAR_READ_TIMEOUT replaces {@code --read-timeout}. */
  public static <T> OptionSpec<T> value(
      String name,
      String label,
      @Nullable String preset,
      Function<String, T> reader,
      String description) {
    return new OptionSpec<>(name, label, preset, variableOf(name), reader, description);
  }

  /** An option without a value; its variable is 1 or 0. */
  public static OptionSpec<Boolean> toggle(String name, String description) {
    return new OptionSpec<>(name, null, "0", variableOf(name), OptionSpec::yesOrNo, description);
  }

  /** The same with another variable, or with null for none. */
  public OptionSpec<T> withVariable(@Nullable String other) {
    return new OptionSpec<>(name, label, preset, other, reader, description);
  }

  private static String variableOf(String name) {
    return "NEARFAR_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Boolean yesOrNo(String text) {
    return switch (text) {
      case "1", "true", "yes" -> true;
      case "0", "false", "no" -> false;
      default -> throw new IllegalArgumentException("\"" + text + "\" is neither 1 nor 0");
    };
  }

  Option option() {
    return Option.builder().longOpt(name).hasArg(label != null).argName(label).get();
  }
}
