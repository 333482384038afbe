package nearfar.common.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text for {@code --help}: synopsis, purpose, and a row for each parameter and option. */
final class Help {

  private static final int WIDTH = 80;

  /** The latest start of the second column; a longer first column gets its own line. */
  private static final int SECOND_COLUMN = 28;

  private record Row(String left, String right) {}

  private final StringBuilder text = new StringBuilder();

  private Help() {}

  static String of(Command command, ParsedArguments given) {
    Usage usage = command.usage();
    Help help = new Help();
    help.paragraph("Usage: " + synopsis(usage), "       ");
    usage.purpose().forEach(paragraph -> help.paragraph(paragraph, ""));
    help.table(options(usage, given));
    if (!usage.commands().isEmpty()) {
      help.text.append("Commands:\n");
      help.table(usage.commands().stream().map(name -> row(command, name)).toList());
    }
    if (!usage.footer().isEmpty()) {
      help.text.append('\n');
      usage.footer().forEach(line -> help.paragraph(line, ""));
    }
    return help.text.toString();
  }

  private static String synopsis(Usage usage) {
    String takes = usage.commands().isEmpty() ? " [OPTION]..." : " [OPTION] COMMAND";
    return usage.name()
        + takes
        + usage.parameters().stream()
            .map(parameter -> " " + parameter.synopsis())
            .collect(Collectors.joining());
  }

  private static List<Row> options(Usage usage, ParsedArguments given) {
    List<Row> rows = new ArrayList<>();
    usage
        .parameters()
        .forEach(each -> rows.add(new Row("    " + each.label(), each.description())));
    for (OptionSpec<?> flag : usage.flags()) {
      String value = flag.label() == null ? "" : "=" + flag.label();
      String now = String.valueOf(given.otherwise(flag));
      rows.add(new Row("    --" + flag.name() + value, flag.description().replace("%s", now)));
    }
    rows.add(new Row("-h, --help", "Show this help and exit."));
    rows.add(new Row("-V, --version", "Print the version and exit."));
    return rows;
  }

  private static Row row(Command command, String name) {
    Command listed = command.command(name);
    return new Row(name, listed == null ? "" : listed.usage().purpose().getFirst());
  }

  private void table(List<Row> rows) {
    int second = rows.stream().mapToInt(row -> row.left().length() + 4).max().orElse(0);
    String indent = " ".repeat(Math.min(second, SECOND_COLUMN));
    for (Row row : rows) {
      String left = "  " + row.left();
      if (left.length() + 2 > indent.length()) {
        text.append(left).append('\n');
        left = "";
      }
      String padded = left + indent.substring(left.length());
      paragraph(padded + row.right(), indent + "  ");
    }
  }

  /** Breaks lines at spaces, and indents all but the first. */
  private void paragraph(String words, String indent) {
    String rest = words;
    while (rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH);
      if (end <= indent.length()) {
        break;
      }
      text.append(rest, 0, end).append('\n');
      rest = indent + rest.substring(end + 1);
    }
    text.append(rest).append('\n');
  }
}
