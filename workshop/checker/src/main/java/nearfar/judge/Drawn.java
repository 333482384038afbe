package nearfar.judge;

import java.util.function.Function;
import nearfar.commandline.Flag;
import nearfar.commandline.Given;
import nearfar.commandline.Parameter;

/** What all commands take: a lesson, and the seed of its figures. */
final class Drawn {
  static final Parameter LESSON = Parameter.one("LESSON", "The number of the lesson.");

  static final Flag<Long> SEED =
      Flag.value("seed", "NUMBER", null, number(Long::valueOf), "What the figures are drawn from.");

  private Drawn() {}

  static Exercises exercise(Given given) {
    return given.argument(0, Exercises::parse);
  }

  static Exercise of(Given given) {
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
