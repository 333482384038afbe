package nearfar.lab.scenario.cli;

import java.io.PrintStream;
import java.util.List;
import nearfar.common.text.TextTable;

/** Speaks to people, aligned as all of the lab's commands do. Is silent once it has been hushed. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private volatile boolean hushed;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** For when the command is ended from elsewhere, and what fails because of that is no news. */
  void hush() {
    hushed = true;
  }

  void line(String label, String text) {
    print(out, "  %-9s %s".formatted(label, text));
  }

  void blank() {
    print(out, "");
  }

  /** What is wrong, and what to do about it if that can be said. */
  void error(String what, String next) {
    print(err, "  ✘ " + what);
    if (!next.isEmpty()) {
      print(err, "    " + next);
    }
  }

  /** Rows whose cells stand below each other; the last cell may be as long as it is. */
  void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).min().orElse(0);
    TextTable.lines(rows.stream().map(row -> row.subList(0, columns)).toList(), columns)
        .forEach(line -> print(out, "  " + line));
  }

  private synchronized void print(PrintStream stream, String text) {
    if (!hushed) {
      stream.println(text);
      stream.flush();
    }
  }
}
