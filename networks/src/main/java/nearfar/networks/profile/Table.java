package nearfar.networks.profile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.common.text.TextTable;
import nearfar.networks.link.Impairment;

/** The profiles as a table, for a terminal and for the documentation. */
final class Table {
  /** The width of a terminal, in columns. */
  static final int WIDTH = 120;

  static final String NOTE =
      "HERE and REAL: until a greeting is read, in this lab and with a real network's handshake; see"
          + " docs/profiles.md";

  private static final List<String> HEADINGS =
      List.of("PROFILE", "WHAT IT IS", "DOWN", "UP", "HERE", "REAL");
  private static final int LEFT_ALIGNED = 4;
  private static final String MARGIN = "  ";

  private Table() {}

  /** Aligned columns with a note below, each line with its end. */
  static String text(List<Profile> profiles) {
    List<List<String>> rows =
        Stream.concat(Stream.of(HEADINGS), profiles.stream().map(Table::row)).toList();
    String table =
        TextTable.lines(rows, LEFT_ALIGNED).stream()
            .map(line -> MARGIN + line + "\n")
            .collect(Collectors.joining());
    return table + "\n" + MARGIN + NOTE + "\n";
  }

  /** A table in Markdown, each line with its end. */
  static String markdown(List<Profile> profiles) {
    Stream<List<String>> head =
        Stream.of(HEADINGS, List.of("---", "---", "---", "---", "--:", "--:"));
    return Stream.concat(head, profiles.stream().map(Table::row))
        .map(row -> "| " + String.join(" | ", row) + " |\n")
        .collect(Collectors.joining());
  }

  private static List<String> row(Profile profile) {
    return List.of(
        profile.name(),
        profile.title(),
        direction(profile.link().down()),
        direction(profile.link().up()),
        Greeting.here(profile.link()).toString(),
        Greeting.real(profile.link()).toString());
  }

  private static String direction(Impairment direction) {
    return direction.equals(Impairment.NONE) ? "-" : direction.toString();
  }
}
