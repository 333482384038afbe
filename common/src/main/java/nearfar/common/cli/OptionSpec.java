package nearfar.common.cli;

import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name without its dashes
 * @param label what its value is called; null if it takes none and is just there or not
 * @param preset the value that it has without being given; null for none
 * @param variable the environment variable that stands in for it; null if none does
 * @param reader makes the value of its text, or throws an IllegalArgumentException that quotes it
 * @param description for the help; {@code %s} in it is the value without the option
 */
public record OptionSpec<T>(
    String name,
    @Nullable String label,
    @Nullable String preset,
    @Nullable String variable,
    Function<String, T> reader,
    String description) {

  /** An option that takes a value: {@code --read-timeout} has NEARFAR_READ_TIMEOUT stand in. */
  public static <T> OptionSpec<T> value(
      String name,
      String label,
      @Nullable String preset,
      Function<String, T> reader,
      String description) {
    return new OptionSpec<>(name, label, preset, variableOf(name), reader, description);
  }

  /** An option that takes no value; its variable says 1 or 0. */
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
