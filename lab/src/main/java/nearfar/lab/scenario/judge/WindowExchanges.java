package nearfar.lab.scenario.judge;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nearfar.lab.Exchange;
import nearfar.lab.Side;
import nearfar.lab.scenario.Expectation;

/**
 * What one expectation looks at.
 *
 * @param clients those who are meant
 */
record WindowExchanges(Evidence evidence, Span span, List<String> clients) {

  static WindowExchanges of(Evidence evidence, Expectation expectation) {
    Span span = evidence.chronicle().span(expectation.window());
    return new WindowExchanges(evidence, span, evidence.roster().clients(expectation.who(), span));
  }

  /** The exchanges that count. */
  List<Exchange> exchanges() {
    return theirs(span::contains);
  }

  /** Those that a change of the link had no part in. */
  List<Exchange> undisturbed() {
    return theirs(exchange -> span.contains(exchange) && !disturbed(exchange));
  }

  /** The exchanges that count, of one client. */
  List<Exchange> of(String client) {
    return exchanges().stream().filter(exchange -> exchange.client().equals(client)).toList();
  }

  /** The exchanges that were under way while it lasted, over or not. */
  List<Exchange> attempts() {
    return theirs(span::touches);
  }

  /** Those who did not try to be greeted while it lasted. */
  List<String> idle() {
    return without(attempts());
  }

  /** Those of whom no exchange counts. */
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

  /** The LAN has no link that could be changed. */
  private boolean disturbed(Exchange exchange) {
    return exchange.client().startsWith(Side.FAR.service())
        && evidence.changes().stream().anyMatch(change -> change.overlaps(exchange));
  }
}
