package nearfar.lab;

import java.util.List;
import nearfar.common.text.TerminalText;
import org.testcontainers.containers.ContainerState;

/** The end of a container's log, for an error message. */
final class LogTail {
  private static final int LINES = 5;

  private LogTail() {}

  /** The last lines, without the control characters that a third-party image may print. */
  static String of(ContainerState container) {
    List<String> lines = container.getLogs().lines().toList();
    return TerminalText.lines(
        String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
  }
}
