package nearfar.lab.scenario.cli;

import java.io.PrintStream;
import java.util.List;
import nearfar.common.text.TextTable;

/** Prints with the alignment of all the lab's commands. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private volatile boolean hushed;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Stops all output: errors after an interrupt are only its consequences. */
  void hush() {
    hushed = true;
  }

  void line(String label, String text) {
    print(out, "  %-9s %s".formatted(label, text));
  }

  void blank() {
    print(out, "");
  }

  /** Prints an error, and the fix unless it is empty. */
  void error(String what, String next) {
    print(err, "  ✘ " + what);
    if (!next.isEmpty()) {
      print(err, "    " + next);
    }
  }

  /** Prints rows with aligned columns. */
  void table(List<List<String>> rows) {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    TextTable.lines(rows, columns).forEach(line -> print(out, "  " + line));
  }

  private synchronized void print(PrintStream stream, String text) {
    if (!hushed) {
      stream.println(text);
      stream.flush();
    }
  }
}
