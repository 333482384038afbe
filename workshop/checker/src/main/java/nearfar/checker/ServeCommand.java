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
import nearfar.common.units.Port;

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
                "Runs the server of one step until it is stopped. Prints for each connection when it came,"
                    + " in ms since the first, and what the server did."),
            List.of(SeededExercise.LESSON, Parameter.one("PORT", "The port to listen on.")),
            List.of(SeededExercise.SEED, STEP)));
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    ServerScript script = SeededExercise.of(given).serverScript(given.value(STEP));
    int port = given.argument(1, Port::parse);
    try (ServerSocket socket = new ServerSocket(port, 200)) {
      out.println("listening");
      new ScriptedServer(socket, script, out).serve();
    }
    return Main.PASSED;
  }
}
