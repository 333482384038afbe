package nearfar.client;

import java.io.PrintStream;

/** Prints whole lines and reports when the output is closed. */
public final class LineWriter {

  /** The reader has closed the output, so a watch can end. */
  public static final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputClosedException() {
      super("nobody reads the output any more");
    }
  }

  private final PrintStream out;

  public LineWriter(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints and flushes.
   *
   * @throws OutputClosedException if the line could not be written
   */
  public void print(String line) {
    out.print(line + "\n");
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }
}
