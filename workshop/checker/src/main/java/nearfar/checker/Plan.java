package nearfar.checker;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The runs of a check.
 *
 * @param greeting what the lab's server sends during the check, without the line feed that it adds
 */
record Plan(String greeting, List<Step> steps) {

  Plan {
    if (greeting.isBlank() || greeting.lines().count() > 1) {
      throw new IllegalArgumentException("a greeting is one line, not \"" + greeting + "\"");
    }
    steps = List.copyOf(steps);
  }

  /** Lines of fields with a tab between them, for a shell. */
  void print(PrintStream out) {
    out.println("most\t" + Run.MOST_BYTES);
    out.println("greeting\t" + greeting);
    for (Step step : steps) {
      out.println(
          String.join(
              "\t",
              step.kind().name().toLowerCase(Locale.ROOT),
              step.network(),
              Long.toString(step.within().toSeconds()),
              step.link()));
    }
  }
}
