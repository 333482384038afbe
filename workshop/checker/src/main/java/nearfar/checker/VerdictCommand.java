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

  private static final OptionSpec<LastFinding> LAST =
      OptionSpec.value(
          "last",
          "'KEY TIMES'",
          null,
          LastFinding::parse,
          "The last finding, and how often it was found in a row.");

  private final InputStream in;
  private final PrintStream out;

  VerdictCommand(InputStream in, PrintStream out) {
    super(
        Usage.of(
            "checker verdict",
            List.of(
                "Reads the results of a check's runs, and prints what is wrong with the program and a"
                    + " hint, which is more direct each time.",
                "Exit status 0 if nothing is wrong, else 1; 2 for wrong usage."),
            List.of(SeededExercise.LESSON),
            List.of(SeededExercise.SEED, PROGRAM, LAST)));
    this.in = in;
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    List<Run> runs = Runs.read(given.value(PROGRAM), in);
    Exercise exercise = SeededExercise.of(given);
    Optional<Finding> found = exercise.check(runs);
    if (found.isEmpty()) {
      int steps = exercise.plan().steps().size();
      if (runs.size() != steps) {
        throw new IllegalArgumentException("expected " + steps + " runs: " + runs.size());
      }
      out.println("passed\t" + runs.size());
      return Main.PASSED;
    }
    Finding finding = found.get();
    LastFinding before = given.valueIfAny(LAST);
    LastFinding last = (before == null ? LastFinding.NONE : before).and(finding);
    out.println("saw\t" + finding.saw());
    out.println(
        "hint\t" + Hints.of(SeededExercise.exercise(given)).hint(finding.key(), last.times()));
    out.println("step\t" + Math.min(last.times(), Hints.STEPS) + " of " + Hints.STEPS);
    out.println("last\t" + last);
    return Main.NOT_PASSED;
  }
}
