package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a diagram: a column of times for each capture point, and arrows between the columns. */
final class SequenceDiagramText {

  private static final int TIME_WIDTH = 13;
  private static final int ARROW_WIDTH = 22;
  private static final int MAX_ARROWS = 40;
  private static final int LAST_ARROWS = 10;

  private SequenceDiagramText() {}

  /** The diagram's lines, without line breaks. */
  static List<String> lines(String label, SequenceDiagram diagram) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-9s %s at %s to %s; ms since its SYN"
            .formatted(
                label,
                diagram.capturePoints().getFirst().name(),
                diagram.flow().client(),
                diagram.flow().server()));
    lines.add("");
    lines.add(heading(diagram.capturePoints()));
    int remaining = diagram.arrows().size();
    for (Arrow arrow : diagram.arrows()) {
      if (diagram.arrows().size() <= MAX_ARROWS
          || remaining <= LAST_ARROWS
          || diagram.arrows().size() - remaining < MAX_ARROWS - LAST_ARROWS) {
        lines.add(line(arrow, diagram.begin()));
      } else if (remaining == LAST_ARROWS + 1) {
        lines.add("… and " + (diagram.arrows().size() - MAX_ARROWS) + " more before these");
      }
      remaining--;
    }
    gatewayDelay(diagram)
        .ifPresent(nanos ->
            lines.add("the gateway held the first of the data for " + millis(nanos) + " ms"));
    return lines;
  }

  private static String heading(List<CapturePoint> capturePoints) {
    return capturePoints.stream()
        .map(capturePoint -> column(capturePoint.name()))
        .collect(Collectors.joining(" ".repeat(2 + ARROW_WIDTH + 2)));
  }

  private static String line(Arrow arrow, long begin) {
    return " ".repeat((TIME_WIDTH + 2 + ARROW_WIDTH + 2) * arrow.span())
        + time(arrow.left(), begin)
        + "  "
        + arrowText(arrow)
        + "  "
        + time(arrow.right(), begin);
  }

  private static String time(@Nullable Long nanos, long begin) {
    return column(nanos == null ? "not seen" : millis(nanos - begin));
  }

  private static String column(String text) {
    return " ".repeat(Math.max(0, TIME_WIDTH - text.length())) + text;
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }

  private static String arrowText(Arrow arrow) {
    String text = " " + arrow.segment().text() + " ";
    String rest = "─".repeat(Math.max(1, ARROW_WIDTH - 3 - text.length()));
    return arrow.toTheRight() ? "──" + text + rest + "▶" : "◀──" + text + rest;
  }

  /**
   * The time between the first data's arrival at the gateway and its departure to the client, which
   * is the link's delay; empty if there was no data.
   */
  private static OptionalLong gatewayDelay(SequenceDiagram diagram) {
    Long received = firstData(diagram, 1, true);
    Long sent = firstData(diagram, 0, false);
    return received == null || sent == null
        ? OptionalLong.empty()
        : OptionalLong.of(sent - received);
  }

  /** The time of the first data for the client at the gateway's capture point. */
  private static @Nullable Long firstData(SequenceDiagram diagram, int span, boolean left) {
    return diagram.arrows().stream()
        .filter(arrow -> arrow.span() == span && !arrow.toTheRight() && arrow.segment().bytes() > 0)
        .findFirst()
        .map(arrow -> left ? arrow.left() : arrow.right())
        .orElse(null);
  }
}
