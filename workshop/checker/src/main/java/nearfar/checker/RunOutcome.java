package nearfar.checker;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a run ended; the same for all lessons. */
enum RunOutcome {
  DONE,
  CHATTY,
  OUT_OF_MEMORY,
  HANGS,
  NOT_COMPILED,
  NOT_STARTED,
  CRASHED;

  private static final int TIMED_OUT = 124;
  private static final int KILLED = 137;

  static RunOutcome of(Run run) {
    if (atTheBound(run.out()) || atTheBound(run.err())) {
      return CHATTY;
    }
    String last = ErrorSummary.of(run).text();
    if (run.killedForMemory()
        || last.contains("java.lang.OutOfMemoryError")
        || last.startsWith("MemoryError")) {
      return OUT_OF_MEMORY;
    }
    if (run.status() == TIMED_OUT || run.status() == KILLED) {
      return HANGS;
    }
    if (run.status() == 0) {
      return DONE;
    }
    String err = run.err();
    if (err.contains("error: compilation failed")
        || last.matches("(?s)(SyntaxError|IndentationError|TabError).*")) {
      return NOT_COMPILED;
    }
    if (err.startsWith("error: ") || last.startsWith("ModuleNotFoundError")) {
      return NOT_STARTED;
    }
    return CRASHED;
  }

  private static boolean atTheBound(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length >= Run.MOST_BYTES;
  }

  /** The finding for a run that did not finish; empty if it did. */
  Optional<Finding> finding(Run run) {
    String error = ErrorSummary.of(run).toString();
    return switch (this) {
      case DONE -> Optional.empty();
      case CHATTY ->
          Finding.of(
              "chatty",
              "it printed more than %d kB, and was stopped".formatted(Run.MOST_BYTES / 1000));
      case OUT_OF_MEMORY -> Finding.of("out-of-memory", "it needed more memory than it may use");
      case HANGS ->
          Finding.of(
              "hangs",
              "it did not end within %d s; %s"
                  .formatted(
                      run.took().toSeconds(),
                      run.out().isEmpty()
                          ? "it had printed nothing"
                          : "it had printed " + QuotedOutput.of(run.out())));
      case NOT_COMPILED ->
          Finding.of("does-not-compile", "it does not compile: %s".formatted(error));
      case NOT_STARTED -> Finding.of("does-not-start", "it does not start: %s".formatted(error));
      case CRASHED ->
          Finding.of("crashes", "it ended with status %d: %s".formatted(run.status(), error));
    };
  }
}
