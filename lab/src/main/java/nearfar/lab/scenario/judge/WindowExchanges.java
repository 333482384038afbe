package nearfar.lab.scenario.judge;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nearfar.lab.Exchange;
import nearfar.lab.Side;
import nearfar.lab.scenario.Expectation;

/**
 * The exchanges that one expectation is judged by.
 *
 * @param clients the selected clients
 */
record WindowExchanges(Evidence evidence, Span span, List<String> clients) {

  static WindowExchanges of(Evidence evidence, Expectation expectation) {
    Span span = evidence.chronicle().span(expectation.window());
    return new WindowExchanges(evidence, span, evidence.roster().clients(expectation.who(), span));
  }

  /** The exchanges within the window. */
  List<Exchange> exchanges() {
    return theirs(span::contains);
  }

  /** The exchanges within the window that no change of the link overlaps. */
  List<Exchange> undisturbed() {
    return theirs(exchange -> span.contains(exchange) && !disturbed(exchange));
  }

  /** One client's exchanges within the window. */
  List<Exchange> of(String client) {
    return exchanges().stream().filter(exchange -> exchange.client().equals(client)).toList();
  }

  /** The exchanges that overlap the window. */
  List<Exchange> attempts() {
    return theirs(span::touches);
  }

  /** The clients without an exchange that overlaps the window. */
  List<String> idle() {
    return without(attempts());
  }

  /** The clients without an exchange within the window. */
  List<String> unheard() {
    return without(exchanges());
  }

  private List<String> without(List<Exchange> seen) {
    var tried = seen.stream().map(Exchange::client).collect(Collectors.toSet());
    return clients.stream().filter(client -> !tried.contains(client)).toList();
  }

  private List<Exchange> theirs(Predicate<Exchange> condition) {
    return evidence.exchanges().stream()
        .filter(exchange -> clients.contains(exchange.client()) && condition.test(exchange))
        .toList();
  }

  /** Changes of the link affect far clients only. */
  private boolean disturbed(Exchange exchange) {
    return exchange.client().startsWith(Side.FAR.service())
        && evidence.changes().stream()
            .anyMatch(change -> change.overlaps(exchange.startNanos(), exchange.endNanos()));
  }
}
