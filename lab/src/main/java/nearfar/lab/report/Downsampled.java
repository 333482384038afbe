package nearfar.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nearfar.lab.Exchange;

/**
 * No more exchanges than a browser draws easily. If there are too many, each client keeps the
 * fastest and the slowest greeting and one failure of each reason in each slice of time. So no
 * outlier and no kind of failure gets lost.
 *
 * @param kept the exchanges to draw
 * @param leftOut the number of the others
 */
record Downsampled(List<Exchange> kept, int leftOut) {
  private static final int MOST = 15_000;

  static Downsampled of(Clients clients, long zeroNanos, long endNanos) {
    List<Exchange> all = clients.all().toList();
    if (all.size() <= MOST) {
      return new Downsampled(all, 0);
    }
    int slices = Math.max(20, MOST / clients.names().size() / 3);
    long slice = Math.max(1, (endNanos - zeroNanos) / slices);
    List<Exchange> kept = new ArrayList<>();
    for (String client : clients.names()) {
      Map<Long, List<Exchange>> sliced = new LinkedHashMap<>();
      for (Exchange exchange : clients.of(client)) {
        long index = (exchange.startNanos() - zeroNanos) / slice;
        sliced.computeIfAbsent(index, any -> new ArrayList<>()).add(exchange);
      }
      sliced.values().forEach(each -> kept.addAll(extremes(each)));
    }
    return new Downsampled(kept, all.size() - kept.size());
  }

  private static Set<Exchange> extremes(List<Exchange> slice) {
    Set<Exchange> extremes = new LinkedHashSet<>();
    Comparator<Exchange> speed = Comparator.comparing(Exchange::greetingTime);
    slice.stream().filter(Exchange::greeted).min(speed).ifPresent(extremes::add);
    slice.stream().filter(Exchange::greeted).max(speed).ifPresent(extremes::add);
    Map<String, Exchange> failures = new LinkedHashMap<>();
    for (Exchange exchange : slice) {
      if (exchange.reason() != null) {
        failures.putIfAbsent(exchange.reason(), exchange);
      }
    }
    extremes.addAll(failures.values());
    return extremes;
  }
}
