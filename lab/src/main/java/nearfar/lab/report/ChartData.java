package nearfar.lab.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nearfar.lab.Exchange;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport.Outcome;

/** The data that the page's script draws, as small as possible: JSON without a {@code <}. */
record ChartData(
    double length,
    List<String> clients,
    List<Side> sides,
    Points points,
    List<Mark> marks,
    List<Window> windows,
    Curves curves) {

  /** Gson escapes characters that would end the script element. */
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .registerTypeHierarchyAdapter(Enum.class, JsonText.LOWER_CASE)
          .create();

  static String of(LabReport report, Clients clients) {
    long zero = report.zeroNanos();
    return GSON.toJson(
        new ChartData(
            seconds(report.endNanos() - zero),
            clients.names(),
            clients.names().stream().map(Clients::side).toList(),
            Points.of(report, clients),
            report.marks().stream().map(mark -> Mark.of(mark, zero)).toList(),
            report.rows().stream().map(row -> Window.of(row, zero)).toList(),
            new Curves(
                Curves.of(clients.statistics(Side.NEAR)),
                Curves.of(clients.statistics(Side.FAR)))));
  }

  private static double seconds(long nanos) {
    return Millis.of(nanos) / 1000;
  }

  /**
   * Exchanges, column by column.
   *
   * @param client an index of the clients
   * @param why an index of the reasons; -1 for a greeting
   */
  record Points(
      List<Double> at,
      List<Integer> client,
      List<Double> ms,
      List<Integer> why,
      List<String> reasons,
      int leftOut) {

    static Points of(LabReport report, Clients clients) {
      Downsampled some = Downsampled.of(clients, report.zeroNanos(), report.endNanos());
      List<Exchange> all =
          some.kept().stream().sorted(Comparator.comparingLong(Exchange::startNanos)).toList();
      List<String> names = clients.names();
      List<String> reasons =
          all.stream()
              .flatMap(exchange -> Stream.ofNullable(exchange.reason()))
              .distinct()
              .toList();
      return new Points(
          all.stream().map(each -> seconds(each.startNanos() - report.zeroNanos())).toList(),
          all.stream().map(each -> names.indexOf(each.client())).toList(),
          all.stream().map(Points::millis).toList(),
          all.stream().map(each -> each.greeted() ? -1 : reasons.indexOf(each.reason())).toList(),
          reasons,
          some.leftOut());
    }

    private static double millis(Exchange exchange) {
      return exchange.greeted()
          ? Millis.of(exchange.greetingTime())
          : Millis.of(exchange.endNanos() - exchange.startNanos());
    }
  }

  record Mark(String name, String text, double from, double to) {
    static Mark of(LabReport.Mark mark, long zero) {
      return new Mark(
          mark.name(),
          mark.text(),
          seconds(mark.beganNanos() - zero),
          seconds(mark.doneNanos() - zero));
    }
  }

  record Window(String name, double from, double to, Outcome outcome, String sign) {
    static Window of(LabReport.Row row, long zero) {
      return new Window(
          row.name(),
          seconds(row.fromNanos() - zero),
          seconds(row.toNanos() - zero),
          row.outcome(),
          OutcomeText.sign(row.outcome()));
    }
  }

  /** Each curve: milliseconds, and the share of greetings, in percent, that took no longer. */
  record Curves(List<List<Double>> near, List<List<Double>> far) {
    /** A curve with more steps than pixels would look the same. */
    private static final int STEPS = 400;

    static List<List<Double>> of(Statistics statistics) {
      double[] ascending = statistics.greetings();
      int steps = Math.min(ascending.length, STEPS);
      List<Double> ms = new ArrayList<>();
      List<Double> share = new ArrayList<>();
      for (int step = 1; step <= steps; step++) {
        int rank = (int) Math.ceil((double) step / steps * ascending.length);
        ms.add(ascending[rank - 1]);
        share.add(Math.round(100_000.0 * rank / ascending.length) / 1000.0);
      }
      return List.of(ms, share);
    }
  }
}
