package nearfar.lab.scenario.judge;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import nearfar.lab.Exchange;
import nearfar.lab.scenario.Claim;

/** Checks the bytes that arrived. */
final class ContentCheck {
  private ContentCheck() {}

  static Finding whole(WindowExchanges view) {
    if (!view.unheard().isEmpty()) {
      return Finding.nothingOf(view.unheard());
    }
    List<Exchange> all = view.exchanges();
    Content known = view.evidence().sent();
    Content sent = known == null ? mostFrequent(all) : known;
    List<Exchange> broken =
        all.stream()
            .filter(exchange -> !exchange.greeted() || !Content.of(exchange).equals(sent))
            .toList();
    if (broken.isEmpty()) {
      return Finding.held(
          "%s in each of %s"
              .formatted(
                  FindingText.count(sent.bytes(), "byte"),
                  FindingText.count(all.size(), "exchange")));
    }
    return Finding.failed(
        "not whole in %d of %s: %s, of %d sent"
            .formatted(
                broken.size(),
                FindingText.count(all.size(), "exchange"),
                sizes(broken),
                sent.bytes()));
  }

  /** If the sent content is unknown, all greetings have to be equal. */
  private static Content mostFrequent(List<Exchange> exchanges) {
    return exchanges.stream()
        .filter(Exchange::greeted)
        .collect(Collectors.groupingBy(Content::of, Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<Content, Long>comparingByValue()
                .thenComparingLong(entry -> entry.getKey().bytes()))
        .map(Map.Entry::getKey)
        .orElse(new Content(0, null));
  }

  static Finding received(WindowExchanges view, Claim.Received claim) {
    if (!view.unheard().isEmpty()) {
      return Finding.nothingOf(view.unheard());
    }
    List<Exchange> all = view.exchanges();
    long out =
        all.stream().filter(exchange -> !claim.bytes().contains((double) exchange.bytes())).count();
    String sizes = "%s in %s".formatted(sizes(all), FindingText.count(all.size(), "exchange"));
    return out == 0
        ? Finding.held(sizes)
        : Finding.failed(sizes + ", %d out of range".formatted(out));
  }

  private static String sizes(List<Exchange> exchanges) {
    LongSummaryStatistics sizes =
        exchanges.stream().collect(Collectors.summarizingLong(Exchange::bytes));
    return sizes.getMin() == sizes.getMax()
        ? FindingText.count(sizes.getMin(), "byte")
        : "%d to %d bytes".formatted(sizes.getMin(), sizes.getMax());
  }
}
