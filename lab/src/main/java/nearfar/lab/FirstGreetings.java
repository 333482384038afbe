package nearfar.lab;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.common.text.TerminalText;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * Waits until a stranger's service has greeted everybody, and tells what is wrong where it does
 * not.
 */
final class FirstGreetings {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /**
   * A port that is about to open, of a container that says it is ready, does not refuse so often.
   */
  private static final int ENOUGH = 20;

  private static final int LAST_LINES = 5;

  private final Lab lab;
  private final Service service;

  FirstGreetings(Lab lab) {
    this.lab = lab;
    this.service = lab.settings().service();
  }

  /**
   * Waits.
   *
   * @throws IllegalStateException if it does not answer, with what the clients see and what it said
   *     at last
   */
  void await() {
    try {
      Awaitility.await("a greeting for each of " + clients().toList())
          .atMost(LONGEST)
          .pollInterval(GLANCE)
          .failFast("the service's port is closed", this::isClosed)
          .until(() -> clients().allMatch(this::isGreeted));
    } catch (ConditionTimeoutException | TerminalFailureException hopeless) {
      throw new IllegalStateException(complaint(), hopeless);
    }
  }

  private Stream<String> clients() {
    return Stream.of(Side.values()).flatMap(side -> lab.clients(side).stream());
  }

  private boolean isGreeted(String client) {
    return lab.exchanges(client).stream().anyMatch(Exchange::greeted);
  }

  /** An image's service may take its time; a container's has been waited for by who made it. */
  private boolean isClosed() {
    return service instanceof Service.Container
        && lab.clients(Side.NEAR).stream().map(lab::exchanges).anyMatch(FirstGreetings::isRefused);
  }

  private static boolean isRefused(List<Exchange> exchanges) {
    return exchanges.size() >= ENOUGH
        && exchanges.subList(exchanges.size() - ENOUGH, exchanges.size()).stream()
            .allMatch(exchange -> "refused".equals(exchange.reason()));
  }

  private String complaint() {
    List<String> lines = lab.container("server").getLogs().lines().toList();
    return """
    the service greets nobody at port %d: %s
    is that the port at which it listens, on all addresses, and do send and expect suit it? It said at last:
    %s\
    """
        .formatted(
            service.port(),
            clients().map(client -> client + ": " + last(client)).collect(Collectors.joining(", ")),
            TerminalText.lines(
                String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))));
  }

  private String last(String client) {
    List<Exchange> exchanges = lab.exchanges(client);
    if (exchanges.isEmpty()) {
      return "no exchange yet";
    }
    String reason = exchanges.getLast().reason();
    return reason == null ? "greeted" : reason;
  }
}
