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
import nearfar.client.report.ClientFigures.Begins;
import nearfar.common.text.TextTable;
import org.jspecify.annotations.Nullable;

/** A report as a table for people. */
public final class TextReport {

  /** A client that starts this soon after the link has missed nothing worth a line. */
  private static final Duration STARTED_WITH_THE_LINK = Duration.ofSeconds(10);

  private static final String NOT_KNOWN = "-";
  private static final List<String> HEADINGS =
      List.of("NETWORK", "CLIENT", "GREETED", "FAILED", "CONNECT", "GREETING", "P99");
  private static final int LEFT_ALIGNED = 2;

  private TextReport() {}

  /**
   * The link, the table and what there is to say of it, each line with its end.
   *
   * @param headline a line to stand below the link's, or null
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

  private static List<String> table(List<ClientFigures> clients) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (ClientFigures client : clients) {
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
    return times.isEmpty() ? NOT_KNOWN : Millis.text(times.at(percentile));
  }

  private static List<String> remarks(Report report) {
    List<String> remarks = new ArrayList<>();
    report
        .farOverNear()
        .ifPresent(times -> remarks.add("far takes " + times(times) + " as long as near"));
    for (ClientFigures client : report.clients()) {
      if (client.failures() > 0) {
        remarks.add(client.name() + ": " + failures(client));
      }
    }
    long overlapping = report.clients().stream().mapToLong(ClientFigures::overlapping).sum();
    if (overlapping > 0) {
      remarks.add(
          overlapping
              + (overlapping == 1 ? " exchange" : " exchanges")
              + " left out, the link was in change meanwhile");
    }
    addBegins(remarks, report, Begins::rotated, ", what was logged before is gone");
    addBegins(
        remarks,
        report,
        begins -> !begins.rotated() && begins.lateNanos() > STARTED_WITH_THE_LINK.toNanos(),
        ", when started");
    return remarks;
  }

  /** One line for all clients of a kind, however many there are. */
  private static void addBegins(
      List<String> remarks, Report report, Predicate<Begins> kind, String why) {
    List<String> names = new ArrayList<>();
    Instant latest = Instant.MIN;
    for (ClientFigures client : report.clients()) {
      Begins begins = client.begins();
      if (begins != null && kind.test(begins)) {
        names.add(client.name());
        latest = begins.time().isAfter(latest) ? begins.time() : latest;
      }
    }
    if (names.isEmpty()) {
      return;
    }
    String who =
        names.getFirst() + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    String when = EventText.time(latest) + (names.size() == 1 ? "" : " at the latest");
    remarks.add(who + ": figures begin at " + when + why);
  }

  private static String times(double ratio) {
    return (ratio < 9.95 ? Tenths.of(ratio) : Math.round(ratio)) + " times";
  }

  static String failures(ClientFigures client) {
    return client.reasons().entrySet().stream()
        .map(reason -> reason.getValue() + " x " + reason.getKey())
        .collect(Collectors.joining(", "));
  }
}
