package nearfar.lab.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.Exchange;
import nearfar.lab.Side;

/** The clients of a report: near ones first, then by the number in the name. */
final class Clients {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}\\z");
  private static final Comparator<String> ORDER =
      Comparator.comparing(Clients::side)
          .thenComparing(name -> NUMBER.matcher(name).replaceFirst(""))
          .thenComparingInt(Clients::number)
          .thenComparing(Comparator.naturalOrder());

  private final TreeMap<String, List<Exchange>> exchanges;

  /** Uses the exchanges that began on the timeline. */
  Clients(LabReport report) {
    exchanges =
        report.exchanges().stream()
            .filter(each -> each.startNanos() >= report.zeroNanos())
            .filter(each -> each.startNanos() <= report.endNanos())
            .sorted(Comparator.comparingLong(Exchange::startNanos))
            .collect(
                Collectors.groupingBy(
                    Exchange::client, () -> new TreeMap<>(ORDER), Collectors.toList()));
  }

  static Side side(String client) {
    return client.startsWith(Side.NEAR.service()) ? Side.NEAR : Side.FAR;
  }

  List<String> names() {
    return List.copyOf(exchanges.keySet());
  }

  long count(Side side) {
    return exchanges.keySet().stream().filter(client -> side(client) == side).count();
  }

  /** A client's exchanges, by their start. */
  List<Exchange> of(String client) {
    return exchanges.getOrDefault(client, List.of());
  }

  Statistics statistics(String client) {
    return new Statistics(of(client));
  }

  Statistics statistics(Side side) {
    return new Statistics(
        exchanges.entrySet().stream()
            .filter(each -> side(each.getKey()) == side)
            .map(Map.Entry::getValue)
            .flatMap(List::stream)
            .toList());
  }

  Statistics statistics() {
    return new Statistics(all().toList());
  }

  Stream<Exchange> all() {
    return exchanges.values().stream().flatMap(List::stream);
  }

  private static int number(String name) {
    Matcher digits = NUMBER.matcher(name);
    return digits.find() ? Integer.parseInt(digits.group()) : 0;
  }
}
