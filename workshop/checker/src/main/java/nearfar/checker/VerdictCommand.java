package nearfar.checker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class VerdictCommand extends Command {
  private static final OptionSpec<String> PROGRAM =
      OptionSpec.value("program", "FILE", "Client.java", text -> text, "The file that was run.");

  private static final OptionSpec<Asked> ASKED =
      OptionSpec.value(
          "asked",
          "'KEY TIMES'",
          null,
          Asked::parse,
          "What was found the last time, and how often.");

  private final InputStream in;
  private final PrintStream out;

  VerdictCommand(InputStream in, PrintStream out) {
    super(
        Usage.of(
            "checker verdict",
            List.of(
                "Reads what came of a check's runs, and prints what is wrong with the program, with a"
                    + " hint that is more direct each time.",
                "Exit status 0 if nothing is wrong, else 1; 2 for wrong usage."),
            List.of(SeededExercise.LESSON),
            List.of(SeededExercise.SEED, PROGRAM, ASKED)));
    this.in = in;
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    List<Run> runs = Runs.read(given.value(PROGRAM), in);
    Exercise exercise = SeededExercise.of(given);
    Optional<Finding> found = exercise.judge(runs);
    if (found.isEmpty()) {
      int asked = exercise.plan().steps().size();
      if (runs.size() != asked) {
        throw new IllegalArgumentException("of " + asked + " runs there are " + runs.size());
      }
      out.println("passed\t" + runs.size());
      return Main.PASSED;
    }
    Finding finding = found.get();
    Asked before = given.valueIfAny(ASKED);
    Asked asked = (before == null ? Asked.NEVER : before).and(finding);
    out.println("saw\t" + finding.saw());
    out.println(
        "hint\t" + Hints.of(SeededExercise.exercise(given)).hint(finding.key(), asked.times()));
    out.println("step\t" + Math.min(asked.times(), Hints.STEPS) + " of " + Hints.STEPS);
    out.println("asked\t" + asked);
    return Main.NOT_PASSED;
  }
}
