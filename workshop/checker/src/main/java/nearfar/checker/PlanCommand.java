package nearfar.checker;

import java.io.PrintStream;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class PlanCommand extends Command {
  private final PrintStream out;

  PlanCommand(PrintStream out) {
    super(
        Usage.of(
            "checker plan",
            List.of(
                "Prints the plan of a check, in lines of fields with tabs between them: how much a program"
                    + " may print, the greeting, and each run's kind, network, seconds and link."),
            List.of(SeededExercise.LESSON),
            List.of(SeededExercise.SEED)));
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) {
    SeededExercise.of(given).plan().print(out);
    return Main.PASSED;
  }
}
