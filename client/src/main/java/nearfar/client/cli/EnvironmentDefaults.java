package nearfar.client.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each option can come from the environment: {@code --read-timeout} is NEARFAR_READ_TIMEOUT. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

  static String variableFor(OptionSpec option) {
    String name = option.longestName().replaceFirst("^--", "");
    return "NEARFAR_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * Picocli puts variables into default values; a dollar stands for itself when it is doubled.
   *
   * @return null, and with it the option's own default, if the variable is not set or empty
   */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String value = environment.get(variableFor(option));
    return value == null || value.isEmpty() ? null : value.replace("$", "$$");
  }
}
