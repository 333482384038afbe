package nearfar.judge;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.util.List;
import nearfar.commandline.Command;
import nearfar.commandline.Flag;
import nearfar.commandline.Given;
import nearfar.commandline.Parameter;
import nearfar.commandline.Usage;

final class ServeCommand extends Command {
  private static final Flag<Integer> STEP =
      Flag.value(
          "step", "NUMBER", "0", Drawn.number(Integer::valueOf), "The step of the plan (now %s).");

  private final PrintStream out;

  ServeCommand(PrintStream out) {
    super(
        Usage.of(
            "judge serve",
            List.of(
                "Is the server of one step until it is ended, and prints when each connection came,"
                    + " in ms since the first, and what was done to it."),
            List.of(Drawn.LESSON, Parameter.one("PORT", "Where it listens.")),
            List.of(Drawn.SEED, STEP)));
    this.out = out;
  }

  @Override
  protected int run(Given given) throws IOException {
    Treatment treatment = Drawn.of(given).treatment(given.value(STEP));
    int port = given.argument(1, Drawn.number(Integer::valueOf));
    try (ServerSocket socket = new ServerSocket(port, 200)) {
      out.println("listening");
      new TreatingServer(socket, treatment, out).serve();
    }
    return Main.PASSED;
  }
}
