package nearfar.client.openloop;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nearfar.client.Durations;
import nearfar.client.GreetingClient;
import nearfar.client.Millis;
import nearfar.client.Percentiles;
import nearfar.client.Reason;
import nearfar.client.Received;
import nearfar.client.Tenths;

/** What came of a load, as a table for people. */
public final class TextResult {

  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
  private static final List<String> HEADINGS = List.of("P50", "P90", "P99", "P99.9", "MAX");
  private static final int WIDTH = 12;

  private TextResult() {}

  /** All of it, without the last line's end. */
  public static String print(
      GreetingClient target, OpenLoopPlan plan, OpenLoopResult figures, Memory memory) {
    List<String> lines = new ArrayList<>();
    lines.add(line("load", plan(target, plan)));
    if (plan.appointments() < plan.clients()) {
      lines.add(line("clients", "only " + plan.appointments() + " of them have an appointment"));
    }
    lines.add(line("greeted", greeted(figures)));
    if (figures.failures() > 0) {
      lines.add(line("failed", figures.failures() + ": " + reasons(figures)));
    }
    if (figures.wrong() > 0) {
      lines.add(line("wrong", figures.wrong() + " greetings were other bytes than they should be"));
    }
    if (figures.missed() > 0) {
      lines.add(
          line("missed", figures.missed() + " appointments, their clients were busy to the end"));
    }
    if (figures.unfinished() > 0) {
      lines.add(line("stopped", figures.unfinished() + " exchanges were under way"));
    }
    lines.add(
        line(
            "rate",
            "%s greetings/s of %s/s, at most %d connections at once"
                .formatted(Tenths.of(figures.rate()), asked(plan, figures), figures.mostAtOnce())));
    memory(memory, lines);
    lines.add("");
    lines.add(row("", HEADINGS));
    lines.add(row("late", figures.late()));
    lines.add(row("connect", figures.connect()));
    lines.add(row("greeting", figures.greeting()));
    lines.add(row("response", figures.response()));
    return lines.stream()
        .map(each -> each.isEmpty() ? each : "  " + each)
        .collect(Collectors.joining("\n"));
  }

  private static String plan(GreetingClient target, OpenLoopPlan plan) {
    String ramp =
        plan.ramp().isZero() ? "" : ", the first " + Durations.print(plan.ramp()) + " growing";
    return "%s port %d, %d clients, %s greetings/s for %s%s"
        .formatted(
            target.host(),
            target.port(),
            plan.clients(),
            Tenths.of(plan.rate()),
            Durations.print(plan.lasting()),
            ramp);
  }

  private static String greeted(OpenLoopResult figures) {
    Received received = figures.greetingReceived();
    return figures.greetings()
        + " of "
        + figures.due()
        + (received == null ? "" : ", " + received.bytes() + " bytes each");
  }

  private static String reasons(OpenLoopResult figures) {
    return figures.reasons().entrySet().stream()
        .map(reason ->
            reason.getValue()
                + " x "
                + reason.getKey().id()
                + (reason.getKey() == Reason.OTHER ? " (" + figures.otherFailure() + ")" : ""))
        .collect(Collectors.joining(", "));
  }

  /** Over the time that there was: while the rate grows, fewer are asked for. */
  private static String asked(OpenLoopPlan plan, OpenLoopResult figures) {
    long nanos = Math.min(figures.tookNanos(), plan.lasting().toNanos());
    return Tenths.of(figures.due() * 1e9 / Math.max(1, nanos));
  }

  private static void memory(Memory memory, List<String> lines) {
    List<String> parts = new ArrayList<>();
    memory.resident().ifPresent(bytes -> parts.add(mib(bytes) + " the process"));
    memory
        .container()
        .ifPresent(
            bytes -> parts.add(mib(bytes) + " its container of " + mib(orZero(memory.limit()))));
    if (!parts.isEmpty()) {
      lines.add(line("memory", "at most " + String.join(", ", parts)));
    }
  }

  private static long orZero(OptionalLong bytes) {
    return bytes.orElse(0);
  }

  private static String mib(long bytes) {
    return Tenths.of(bytes / 1048576.0) + " MiB";
  }

  private static String row(String label, Percentiles times) {
    List<String> cells = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      cells.add(times.isEmpty() ? "-" : Millis.text(times.at(percentile)));
    }
    return row(label, cells);
  }

  private static String row(String label, List<String> cells) {
    StringBuilder row = new StringBuilder(padded(label));
    for (String cell : cells) {
      row.append(" ".repeat(Math.max(1, WIDTH - cell.length()))).append(cell);
    }
    return row.toString();
  }

  private static String line(String label, String text) {
    return padded(label) + text;
  }

  private static String padded(String label) {
    return label + " ".repeat(10 - label.length());
  }
}
