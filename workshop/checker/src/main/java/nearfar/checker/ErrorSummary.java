package nearfar.checker;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error message of a program that failed, in a line.
 *
 * @param text the message; empty if the program printed none
 * @param place the file and line, such as {@code Client.java:12}; empty if it is not in the program
 */
record ErrorSummary(String text, String place) {

  private static final Pattern JAVA_ERROR = Pattern.compile("^(\\w+\\.java:\\d+): error: (.*)");
  private static final Pattern JAVA_FRAME = Pattern.compile("\\((\\w+\\.java:\\d+)\\)");
  private static final Pattern PYTHON_FRAME =
      Pattern.compile("File \"[^\"]*?(\\w+\\.py)\", line (\\d+)");

  static ErrorSummary of(Run run) {
    List<String> lines = run.err().lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return new ErrorSummary("", "");
    }
    return run.program().endsWith(".py") ? ofPython(run, lines) : ofJava(run, lines);
  }

  private static ErrorSummary ofPython(Run run, List<String> lines) {
    String place = "";
    for (String line : lines) {
      Matcher frame = PYTHON_FRAME.matcher(line);
      if (frame.find() && frame.group(1).equals(run.program())) {
        place = frame.group(1) + ":" + frame.group(2);
      }
    }
    return new ErrorSummary(lines.getLast(), place);
  }

  private static ErrorSummary ofJava(Run run, List<String> lines) {
    String text = "";
    for (String line : lines) {
      Matcher error = JAVA_ERROR.matcher(line);
      if (error.find()) {
        return new ErrorSummary(error.group(2), error.group(1));
      }
      Matcher frame = JAVA_FRAME.matcher(line);
      if (frame.find() && frame.group(1).startsWith(run.program() + ":")) {
        return new ErrorSummary(text.isEmpty() ? lines.getFirst() : text, frame.group(1));
      }
      if (line.startsWith("Exception in thread") || line.startsWith("Caused by: ")) {
        text = line.replaceFirst("^Exception in thread \"[^\"]*\" |^Caused by: ", "");
      }
    }
    return new ErrorSummary(text.isEmpty() ? lines.getLast() : text, "");
  }

  @Override
  public String toString() {
    if (text.isEmpty()) {
      return "it printed no reason";
    }
    return QuotedOutput.of(text) + (place.isEmpty() ? "" : " at " + place);
  }
}
