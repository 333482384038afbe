package nearfar.lab;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * Waits until a third-party service has greeted each client, and reports the cause if it does not.
 */
final class FirstGreetings {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  /** A container that reports to be ready may refuse a few connections before its port is open. */
  private static final int REFUSALS = 20;

  private final Lab lab;
  private final Service service;

  FirstGreetings(Lab lab) {
    this.lab = lab;
    this.service = lab.settings().service();
  }

  /**
   * Waits for at most a minute.
   *
   * @throws IllegalStateException if a client is not greeted, with the result of each client and
   *     the end of the service's log
   */
  void await() {
    try {
      Awaitility.await("a greeting for each of " + clients().toList())
          .atMost(TIMEOUT)
          .pollInterval(POLL_INTERVAL)
          .failFast("the service's port is closed", this::isClosed)
          .until(() -> clients().allMatch(this::isGreeted));
    } catch (ConditionTimeoutException | TerminalFailureException failed) {
      throw new IllegalStateException(message(), failed);
    }
  }

  private Stream<String> clients() {
    return Stream.of(Side.values()).flatMap(side -> lab.clients(side).stream());
  }

  private boolean isGreeted(String client) {
    return lab.exchanges(client).stream().anyMatch(Exchange::greeted);
  }

  /** Testcontainers has waited for a container; the service of an image may still be starting. */
  private boolean isClosed() {
    return service instanceof Service.Container
        && lab.clients(Side.NEAR).stream().map(lab::exchanges).anyMatch(FirstGreetings::isRefused);
  }

  private static boolean isRefused(List<Exchange> exchanges) {
    return exchanges.size() >= REFUSALS
        && exchanges.subList(exchanges.size() - REFUSALS, exchanges.size()).stream()
            .allMatch(exchange -> "refused".equals(exchange.reason()));
  }

  private String message() {
    return """
    no greeting from the service at port %d: %s
    Check that it listens at this port on all addresses, and that send and expect fit it. The end of its log:
    %s\
    """
        .formatted(
            service.port(),
            clients().map(client -> client + ": " + last(client)).collect(Collectors.joining(", ")),
            LogTail.of(lab.container("server")));
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
