package nearfar.tests.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;

/** Checks of exercises, all in the same lab, each for a separate attendee. */
public final class Checks implements AutoCloseable {
  private final CommandLab lab = new CommandLab();

  /**
   * The result of a check.
   *
   * @param finding the finding that the next check reads; empty if there is none
   */
  public record Checked(Command.Ended ended, String finding, Duration took) {

    /** The observation that shows the program to be wrong. */
    public String saw() {
      return after("  ✘ ");
    }

    public String hint() {
      return after("  hint      ");
    }

    private String after(String label) {
      return ended
          .out()
          .lines()
          .filter(line -> line.startsWith(label))
          .findFirst()
          .orElse(label)
          .substring(label.length());
    }
  }

  public CommandLab lab() {
    return lab;
  }

  /** Checks the solution in the folder of a lesson. */
  public Checked check(int lesson, Path mine, Map<String, String> variables) throws IOException {
    Command command =
        lab.command("scripts/workshop/check-exercise.sh")
            .with("LESSON", Integer.toString(lesson))
            .with("MINE", mine.toString())
            .with(variables);
    long begun = System.nanoTime();
    Command.Ended ended = command.run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    Path remembered = mine.resolve(lesson + "/.hints");
    String finding = Files.exists(remembered) ? Files.readString(remembered).strip() : "";
    return new Checked(ended, finding, took);
  }

  public Checked check(Solution solution, Path mine) throws IOException {
    solution.copyInto(mine.resolve(Integer.toString(solution.lesson())));
    return check(solution.lesson(), mine, Map.of());
  }

  @Override
  public void close() {
    lab.close();
  }
}
