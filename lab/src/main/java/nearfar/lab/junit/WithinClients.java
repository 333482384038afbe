package nearfar.lab.junit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nearfar.lab.Client;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Claim;
import nearfar.lab.scenario.ClientSelector;
import nearfar.lab.scenario.Expectation;
import nearfar.lab.scenario.Range;
import nearfar.lab.scenario.Window;
import nearfar.lab.scenario.judge.ClientArrivals;
import nearfar.lab.scenario.judge.Evidence;
import nearfar.lab.scenario.judge.Judge;
import nearfar.lab.scenario.judge.RunTiming;

/**
 * Expectations of a lab's own clients. They apply to exchanges that begin and end within the time
 * limit. See {@link Within}.
 */
public final class WithinClients {
  private final long fromNanos;
  private final Duration limit;
  private final List<Client> clients;
  private final Lab lab;

  WithinClients(long fromNanos, Duration limit, List<Client> clients) {
    this.fromNanos = fromNanos;
    this.limit = limit;
    this.clients = List.copyOf(clients);
    List<Lab> labs = this.clients.stream().map(Client::lab).distinct().toList();
    if (labs.size() != 1) {
      throw new IllegalArgumentException(
          labs.isEmpty() ? "no clients are given" : "the clients are of several labs");
    }
    this.lab = labs.getFirst();
  }

  /**
   * Each client is greeted at least once.
   *
   * @throws AssertionError if one was not
   * @throws org.opentest4j.TestAbortedException if the link is not as asked
   */
  public void isGreeted() {
    require(new Claim.GreetedWithin(limit), true);
  }

  /**
   * No client is greeted until the time is over, though each tries.
   *
   * @throws AssertionError if one was
   * @throws org.opentest4j.TestAbortedException if the link is not as asked
   */
  public void isNotGreeted() {
    require(new Claim.NobodyGreeted(), false);
  }

  /**
   * Every exchange until the time is over fails with one of these reasons.
   *
   * @param reasons such as {@code refused}; if empty, any reason
   * @throws AssertionError if a client was greeted, failed for another reason, or made no exchange
   * @throws org.opentest4j.TestAbortedException if the link is not as asked
   */
  public void fails(String... reasons) {
    require(new Claim.Failures(new Range(100, 100), List.of(reasons)), false);
  }

  /**
   * A percentile of the greeting times is within bounds. A greeting time runs from the start of
   * connecting to the last byte.
   *
   * @param percentile above 0, at most 100; 50 requires at least 10 greetings, 99 at least 100
   * @throws AssertionError if it is out of bounds, or there are too few greetings
   * @throws org.opentest4j.TestAbortedException if the link is not as asked
   */
  public void greetingTakes(double percentile, Duration atLeast, Duration atMost) {
    Range millis = new Range(atLeast.toNanos() / 1e6, atMost.toNanos() / 1e6);
    require(new Claim.Time(Claim.Time.Kind.GREETING, percentile, millis), false);
  }

  /**
   * Any claim of a scenario file, evaluated when the time is over.
   *
   * @throws AssertionError if it does not hold
   * @throws org.opentest4j.TestAbortedException if the link is not as asked
   */
  public void holds(Claim claim) {
    require(claim, false);
  }

  /** With {@code soon}, the claim may hold before the time is over. */
  private void require(Claim claim, boolean soon) {
    Deadline deadline = new Deadline(fromNanos, limit);
    Expectation expectation = expectation(claim);
    Row row =
        soon
            ? deadline.await(() -> judge(expectation), WithinClients::held)
            : deadline.atEnd(() -> judge(expectation));
    if (!held(row)) {
      throw Verdict.of(lab, row);
    }
  }

  private static boolean held(Row row) {
    return row.outcome() == Outcome.HELD;
  }

  private Expectation expectation(Claim claim) {
    List<String> names = clients.stream().map(Client::name).toList();
    return new Expectation(String.join(", ", names), new ClientSelector(names), Window.ALL, claim);
  }

  private Row judge(Expectation expectation) {
    List<Exchange> exchanges =
        clients.stream()
            .flatMap(client -> client.exchangesSince(fromNanos - limit.toNanos()).stream())
            .sorted(Comparator.comparingLong(Exchange::startNanos))
            .toList();
    Map<String, Long> roster =
        clients.stream()
            .collect(Collectors.toMap(Client::name, client -> Long.MIN_VALUE, (one, same) -> one));
    return Judge.one(
        expectation,
        new Evidence(
            new RunTiming(fromNanos, fromNanos + limit.toNanos(), Map.of()),
            new ClientArrivals(roster),
            exchanges,
            lab.linkWindows(),
            null));
  }
}
