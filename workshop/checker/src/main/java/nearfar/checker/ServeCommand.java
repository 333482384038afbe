package nearfar.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class ServeCommand extends Command {
  private static final OptionSpec<Integer> STEP =
      OptionSpec.value(
          "step",
          "NUMBER",
          "0",
          SeededExercise.number(Integer::valueOf),
          "The step of the plan (now %s).");

  private final PrintStream out;

  ServeCommand(PrintStream out) {
    super(
        Usage.of(
            "checker serve",
            List.of(
                "Is the server of one step until it is ended, and prints when each connection came,"
                    + " in ms since the first, and what was done to it."),
            List.of(SeededExercise.LESSON, Parameter.one("PORT", "Where it listens.")),
            List.of(SeededExercise.SEED, STEP)));
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    Treatment treatment = SeededExercise.of(given).treatment(given.value(STEP));
    int port = given.argument(1, SeededExercise.number(Integer::valueOf));
    try (ServerSocket socket = new ServerSocket(port, 200)) {
      out.println("listening");
      new TreatingServer(socket, treatment, out).serve();
    }
    return Main.PASSED;
  }
}
