package nearfar.client.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nearfar.client.EventText;
import nearfar.client.Millis;
import nearfar.client.Percentiles;
import nearfar.client.Tenths;
import nearfar.client.report.ClientStatistics.DataStart;
import nearfar.common.text.TextTable;
import org.jspecify.annotations.Nullable;

/** Prints a report as a table, for people. */
public final class TextReport {

  /** A client that starts this soon after the change gets no remark. */
  private static final Duration MAX_UNREPORTED_DELAY = Duration.ofSeconds(10);

  private static final String NO_VALUE = "-";
  private static final List<String> HEADINGS =
      List.of("NETWORK", "CLIENT", "GREETED", "FAILED", "CONNECT", "GREETING", "P99");
  private static final int LEFT_ALIGNED = 2;

  private TextReport() {}

  /**
   * The link, the table and the remarks, each line with a line break.
   *
   * @param headline a line to print below the link, or null
   */
  public static String print(Report report, @Nullable String headline) {
    List<String> lines = new ArrayList<>();
    lines.add("link      " + link(report.link()));
    if (headline != null) {
      lines.add(headline);
    }
    lines.add("");
    if (report.clients().isEmpty()) {
      lines.add("no client has said anything yet");
    } else {
      lines.addAll(table(report.clients()));
      lines.addAll(remarks(report));
    }
    return lines.stream()
        .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }

  private static String link(LinkHistory link) {
    String settled = Objects.requireNonNullElse(link.summary(), "not known");
    String remark = Objects.requireNonNullElse(link.remark(), "not known");
    return switch (link.state()) {
      case UP, CUT, REFUSED -> settled;
      case CHANGING -> "changing to " + remark + " (the figures are of the link before)";
      case LOST -> "lost: " + remark + " (asked for is " + settled + ")";
      case UNKNOWN -> "not known, wan-control has said nothing yet";
    };
  }

  private static List<String> table(List<ClientStatistics> clients) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (ClientStatistics client : clients) {
      rows.add(
          List.of(
              client.network(),
              client.name(),
              String.valueOf(client.greetings()),
              String.valueOf(client.failures()),
              text(client.connect(), 50),
              text(client.greeting(), 50),
              text(client.greeting(), 99)));
    }
    return TextTable.lines(rows, LEFT_ALIGNED);
  }

  private static String text(Percentiles times, double percentile) {
    return times.isEmpty() ? NO_VALUE : Millis.text(times.at(percentile));
  }

  private static List<String> remarks(Report report) {
    List<String> remarks = new ArrayList<>();
    report
        .medianRatio()
        .ifPresent(times -> remarks.add("far takes " + times(times) + " as long as near"));
    for (ClientStatistics client : report.clients()) {
      if (client.failures() > 0) {
        remarks.add(client.name() + ": " + failures(client));
      }
    }
    long overlapping = report.clients().stream().mapToLong(ClientStatistics::overlapping).sum();
    if (overlapping > 0) {
      remarks.add(
          overlapping
              + (overlapping == 1 ? " exchange" : " exchanges")
              + " left out, the link was in change meanwhile");
    }
    addDataStarts(remarks, report, DataStart::rotated, ", what was logged before is gone");
    addDataStarts(
        remarks,
        report,
        dataStart -> !dataStart.rotated() && dataStart.lateNanos() > MAX_UNREPORTED_DELAY.toNanos(),
        ", when started");
    return remarks;
  }

  /** Adds one remark for all clients whose data starts late for the same reason. */
  private static void addDataStarts(
      List<String> remarks, Report report, Predicate<DataStart> kind, String why) {
    List<String> names = new ArrayList<>();
    Instant latest = Instant.MIN;
    for (ClientStatistics client : report.clients()) {
      DataStart dataStart = client.dataStart();
      if (dataStart != null && kind.test(dataStart)) {
        names.add(client.name());
        latest = dataStart.time().isAfter(latest) ? dataStart.time() : latest;
      }
    }
    if (names.isEmpty()) {
      return;
    }
    String clients =
        names.getFirst() + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    String when = EventText.time(latest) + (names.size() == 1 ? "" : " at the latest");
    remarks.add(clients + ": figures begin at " + when + why);
  }

  private static String times(double ratio) {
    return (ratio < 9.95 ? Tenths.of(ratio) : Math.round(ratio)) + " times";
  }

  static String failures(ClientStatistics client) {
    return client.reasons().entrySet().stream()
        .map(reason -> reason.getValue() + " x " + reason.getKey())
        .collect(Collectors.joining(", "));
  }
}
