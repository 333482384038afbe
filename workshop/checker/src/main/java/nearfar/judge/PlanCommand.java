package nearfar.judge;

import java.io.PrintStream;
import java.util.List;
import nearfar.commandline.Command;
import nearfar.commandline.Given;
import nearfar.commandline.Usage;

final class PlanCommand extends Command {
  private final PrintStream out;

  PlanCommand(PrintStream out) {
    super(
        Usage.of(
            "judge plan",
            List.of(
                "Prints what a check does, in lines of fields with tabs between them: the most that a"
                    + " program may print, the greeting, and each run's kind, network, seconds and link."),
            List.of(Drawn.LESSON),
            List.of(Drawn.SEED)));
    this.out = out;
  }

  @Override
  protected int run(Given given) {
    Drawn.of(given).plan().print(out);
    return Main.PASSED;
  }
}
