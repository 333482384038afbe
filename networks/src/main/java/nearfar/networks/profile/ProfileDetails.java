package nearfar.networks.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One profile with its sources, for a terminal and for the documentation. */
final class ProfileDetails {
  private static final String MARGIN = "  ";
  private static final int LABEL_WIDTH = 10;

  private ProfileDetails() {}

  /** Lines that fit a terminal, each with its end. */
  static String text(Profile profile) {
    List<String> lines = new ArrayList<>();
    lines.addAll(labelled("profile", profile.name() + ", " + profile.title()));
    lines.addAll(labelled("down", profile.link().down().toString()));
    lines.addAll(labelled("up", profile.link().up().toString()));
    lines.addAll(
        labelled(
            "greeting",
            "%s here; %s where the handshake takes the link too"
                .formatted(Greeting.here(profile.link()), Greeting.real(profile.link()))));
    for (Source source : profile.sources()) {
      lines.addAll(labelled("source", figures(source) + source.from()));
      if (!source.here().isEmpty()) {
        lines.addAll(labelled("", "here: " + source.here()));
      }
    }
    return lines.stream().map(line -> MARGIN + line + "\n").collect(Collectors.joining());
  }

  /** A section in Markdown, each line with its end. */
  static String markdown(Profile profile) {
    StringBuilder section =
        new StringBuilder("### `%s`, %s\n\n".formatted(profile.name(), profile.title()));
    for (Source source : profile.sources()) {
      String here = source.here().isEmpty() ? "" : ". Here: " + source.here();
      String item = figures(source) + source.from() + here + ".";
      String margin = "- ";
      for (String line : wrapped(item, Table.WIDTH - margin.length())) {
        section.append(margin).append(line).append('\n');
        margin = "  ";
      }
    }
    return section.toString();
  }

  private static String figures(Source source) {
    return source.figures().isEmpty()
        ? ""
        : source.figures().stream().map(LinkParameter::field).collect(Collectors.joining(" and "))
            + ": ";
  }

  private static List<String> labelled(String label, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : wrapped(text, Table.WIDTH - MARGIN.length() - LABEL_WIDTH)) {
      String first = lines.isEmpty() ? label : "";
      lines.add(first + " ".repeat(LABEL_WIDTH - first.length()) + line);
    }
    return lines;
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
