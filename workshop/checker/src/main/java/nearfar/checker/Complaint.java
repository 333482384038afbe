package nearfar.checker;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program that failed complained of, in a line.
 *
 * @param text its own words; empty if it had none
 * @param place the file and line, such as {@code Client.java:12}; empty if it named none of its own
 */
record Complaint(String text, String place) {

  private static final Pattern JAVA_ERROR = Pattern.compile("^(\\w+\\.java:\\d+): error: (.*)");
  private static final Pattern JAVA_FRAME = Pattern.compile("\\((\\w+\\.java:\\d+)\\)");
  private static final Pattern PYTHON_FRAME =
      Pattern.compile("File \"[^\"]*?(\\w+\\.py)\", line (\\d+)");

  static Complaint of(Run run) {
    List<String> lines = run.err().lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return new Complaint("", "");
    }
    return run.program().endsWith(".py") ? ofPython(run, lines) : ofJava(run, lines);
  }

  private static Complaint ofPython(Run run, List<String> lines) {
    String place = "";
    for (String line : lines) {
      Matcher frame = PYTHON_FRAME.matcher(line);
      if (frame.find() && frame.group(1).equals(run.program())) {
        place = frame.group(1) + ":" + frame.group(2);
      }
    }
    return new Complaint(lines.getLast(), place);
  }

  private static Complaint ofJava(Run run, List<String> lines) {
    String text = "";
    for (String line : lines) {
      Matcher error = JAVA_ERROR.matcher(line);
      if (error.find()) {
        return new Complaint(error.group(2), error.group(1));
      }
      Matcher frame = JAVA_FRAME.matcher(line);
      if (frame.find() && frame.group(1).startsWith(run.program() + ":")) {
        return new Complaint(text.isEmpty() ? lines.getFirst() : text, frame.group(1));
      }
      if (line.startsWith("Exception in thread") || line.startsWith("Caused by: ")) {
        text = line.replaceFirst("^Exception in thread \"[^\"]*\" |^Caused by: ", "");
      }
    }
    return new Complaint(text.isEmpty() ? lines.getLast() : text, "");
  }

  @Override
  public String toString() {
    if (text.isEmpty()) {
      return "it said nothing of why";
    }
    return Quote.of(text) + (place.isEmpty() ? "" : " at " + place);
  }
}
