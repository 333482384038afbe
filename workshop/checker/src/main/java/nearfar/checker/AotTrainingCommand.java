package nearfar.checker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

/**
 * Draws and checks every exercise once. The image's AOT cache is made of the classes that this
 * loads.
 */
final class AotTrainingCommand extends Command {

  AotTrainingCommand() {
    super(
        Usage.of(
            "checker train-aot", List.of("Checks every exercise once."), List.of(), List.of()));
  }

  @Override
  protected int run(ParsedArguments given) {
    String wrong = "1 false 2026-01-01T00:00:00.000Z 2026-01-01T00:00:01.5Z 4 0 0\nnone";
    for (Exercises exercise : Exercises.values()) {
      String lesson = Integer.toString(exercise.lesson());
      act("", Main.PASSED, "plan", "--seed=1", lesson);
      act(wrong, Main.NOT_PASSED, "verdict", "--seed=1", "--last=nothing 1", lesson);
    }
    return Main.PASSED;
  }

  private static void act(String input, int expected, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    int status = Main.run(new ByteArrayInputStream(bytes), stream, stream, arguments);
    if (status != expected) {
      throw new IllegalStateException(
          String.join(" ", arguments)
              + " ended in "
              + status
              + ": "
              + out.toString(StandardCharsets.UTF_8));
    }
  }
}
