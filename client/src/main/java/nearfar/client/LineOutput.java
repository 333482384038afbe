package nearfar.client;

import java.io.PrintStream;

/** Prints whole lines at once, and notices when nobody reads them any more. */
public final class LineOutput {

  /** The reader of standard output has gone away; a watch has nothing left to do. */
  public static final class ReaderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReaderGoneException() {
      super("nobody reads the output any more");
    }
  }

  private final PrintStream out;

  public LineOutput(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints and flushes.
   *
   * @throws ReaderGoneException if it could not be written
   */
  public void print(String line) {
    out.print(line + "\n");
    if (out.checkError()) {
      throw new ReaderGoneException();
    }
  }
}
