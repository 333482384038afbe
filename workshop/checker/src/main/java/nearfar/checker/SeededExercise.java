package nearfar.checker;

import java.util.function.Function;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;

/** The parameters of all commands: a lesson, and the seed of its random numbers. */
final class SeededExercise {
  static final Parameter LESSON = Parameter.one("LESSON", "The number of the lesson.");

  static final OptionSpec<Long> SEED =
      OptionSpec.value(
          "seed", "NUMBER", null, number(Long::valueOf), "The seed of the random numbers.");

  private SeededExercise() {}

  static Exercises exercise(ParsedArguments given) {
    return given.argument(0, Exercises::parse);
  }

  static Exercise of(ParsedArguments given) {
    Long seed = given.valueIfAny(SEED);
    if (seed == null) {
      throw new IllegalArgumentException("--seed is not given");
    }
    return exercise(given).draw(seed);
  }

  static <T> Function<String, T> number(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is not a number", e);
      }
    };
  }
}
