package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ladder for people: a column of times for each place, and between two of them what crossed. */
final class SequenceDiagramText {

  private static final int TIME = 13;
  private static final int ARROW = 22;
  private static final int MOST_RUNGS = 40;
  private static final int LAST_RUNGS = 10;

  private SequenceDiagramText() {}

  /** Lines without their ends. */
  static List<String> lines(String label, SequenceDiagram ladder) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-9s %s at %s to %s; ms since its SYN"
            .formatted(
                label,
                ladder.places().getFirst().name(),
                ladder.flow().client(),
                ladder.flow().server()));
    lines.add("");
    lines.add(heading(ladder.places()));
    int left = ladder.rungs().size();
    for (Arrow rung : ladder.rungs()) {
      if (ladder.rungs().size() <= MOST_RUNGS
          || left <= LAST_RUNGS
          || ladder.rungs().size() - left < MOST_RUNGS - LAST_RUNGS) {
        lines.add(line(rung, ladder.begin()));
      } else if (left == LAST_RUNGS + 1) {
        lines.add("… and " + (ladder.rungs().size() - MOST_RUNGS) + " more before these");
      }
      left--;
    }
    held(ladder)
        .ifPresent(nanos ->
            lines.add("the gateway held the first of the data for " + millis(nanos) + " ms"));
    return lines;
  }

  private static String heading(List<CapturePoint> places) {
    return places.stream()
        .map(place -> column(place.name()))
        .collect(Collectors.joining(" ".repeat(2 + ARROW + 2)));
  }

  private static String line(Arrow rung, long begin) {
    return " ".repeat((TIME + 2 + ARROW + 2) * rung.span())
        + time(rung.left(), begin)
        + "  "
        + arrow(rung)
        + "  "
        + time(rung.right(), begin);
  }

  private static String time(@Nullable Long nanos, long begin) {
    return column(nanos == null ? "not seen" : millis(nanos - begin));
  }

  private static String column(String text) {
    return " ".repeat(Math.max(0, TIME - text.length())) + text;
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }

  private static String arrow(Arrow rung) {
    String words = " " + rung.segment().words() + " ";
    String rest = "─".repeat(Math.max(1, ARROW - 3 - words.length()));
    return rung.toTheRight() ? "──" + words + rest + "▶" : "◀──" + words + rest;
  }

  /**
   * How long the gateway kept the first data for the client, which is the link; empty where there
   * was none.
   */
  private static OptionalLong held(SequenceDiagram ladder) {
    Long came = firstData(ladder, 1, true);
    Long went = firstData(ladder, 0, false);
    return came == null || went == null ? OptionalLong.empty() : OptionalLong.of(went - came);
  }

  /** When the first data for the client was seen by the place in the middle. */
  private static @Nullable Long firstData(SequenceDiagram ladder, int span, boolean left) {
    return ladder.rungs().stream()
        .filter(rung -> rung.span() == span && !rung.toTheRight() && rung.segment().bytes() > 0)
        .findFirst()
        .map(rung -> left ? rung.left() : rung.right())
        .orElse(null);
  }
}
