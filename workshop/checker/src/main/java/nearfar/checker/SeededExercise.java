package nearfar.checker;

import java.util.function.Function;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;

/** What all commands take: a lesson, and the seed of its figures. */
final class SeededExercise {
  static final Parameter LESSON = Parameter.one("LESSON", "The number of the lesson.");

  static final OptionSpec<Long> SEED =
      OptionSpec.value(
          "seed", "NUMBER", null, number(Long::valueOf), "What the figures are drawn from.");

  private SeededExercise() {}

  static Exercises exercise(ParsedArguments given) {
    return given.argument(0, Exercises::parse);
  }

  static Exercise of(ParsedArguments given) {
    Long seed = given.valueIfAny(SEED);
    if (seed == null) {
      throw new IllegalArgumentException("--seed is not given");
    }
    return exercise(given).drawn(seed);
  }

  static <T> Function<String, T> number(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no number", e);
      }
    };
  }
}
