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

/** Prints the result of a load as a table, for people. */
public final class TextResult {

  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
  private static final List<String> HEADINGS = List.of("P50", "P90", "P99", "P99.9", "MAX");
  private static final int WIDTH = 12;

  private TextResult() {}

  /** The whole text, without a line break at the end. */
  public static String print(
      GreetingClient target, OpenLoopPlan plan, OpenLoopResult result, Memory memory) {
    List<String> lines = new ArrayList<>();
    lines.add(line("load", plan(target, plan)));
    if (plan.arrivals() < plan.clients()) {
      lines.add(line("clients", "only " + plan.arrivals() + " of them have a scheduled arrival"));
    }
    lines.add(line("greeted", greeted(result)));
    if (result.failures() > 0) {
      lines.add(line("failed", result.failures() + ": " + reasons(result)));
    }
    if (result.wrong() > 0) {
      lines.add(line("wrong", result.wrong() + " greetings were other bytes than they should be"));
    }
    if (result.missed() > 0) {
      lines.add(
          line("missed", result.missed() + " arrivals, their clients were busy until the end"));
    }
    if (result.unfinished() > 0) {
      lines.add(line("stopped", result.unfinished() + " exchanges were under way"));
    }
    lines.add(
        line(
            "rate",
            "%s greetings/s of %s/s, at most %d connections at once"
                .formatted(
                    Tenths.of(result.rate()), requestedRate(plan, result), result.mostAtOnce())));
    memory(memory, lines);
    lines.add("");
    lines.add(row("", HEADINGS));
    lines.add(row("late", result.late()));
    lines.add(row("connect", result.connect()));
    lines.add(row("greeting", result.greeting()));
    lines.add(row("response", result.response()));
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

  private static String greeted(OpenLoopResult result) {
    Received received = result.greetingReceived();
    return result.greetings()
        + " of "
        + result.due()
        + (received == null ? "" : ", " + received.bytes() + " bytes each");
  }

  private static String reasons(OpenLoopResult result) {
    return result.reasons().entrySet().stream()
        .map(reason ->
            reason.getValue()
                + " x "
                + reason.getKey().id()
                + (reason.getKey() == Reason.OTHER ? " (" + result.otherFailure() + ")" : ""))
        .collect(Collectors.joining(", "));
  }

  /** The average over the elapsed time: lower than the plan's rate during the ramp. */
  private static String requestedRate(OpenLoopPlan plan, OpenLoopResult result) {
    long nanos = Math.min(result.tookNanos(), plan.lasting().toNanos());
    return Tenths.of(result.due() * 1e9 / Math.max(1, nanos));
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
