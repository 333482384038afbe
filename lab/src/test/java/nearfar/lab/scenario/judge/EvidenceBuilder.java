package nearfar.lab.scenario.judge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nearfar.common.log.LinkWindow;
import nearfar.lab.Exchange;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Claim;
import nearfar.lab.scenario.ClientSelector;
import nearfar.lab.scenario.Expectation;
import nearfar.lab.scenario.Window;
import nearfar.lab.scenario.Window.Moment;

/** Evidence made by hand, in milliseconds from a zero that is not zero; it lasts ten seconds. */
final class EvidenceBuilder {
  static final String GREETING = "hello\n";
  private static final long ZERO = 5_000_000_000L;

  private final Map<String, Long> since = new LinkedHashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<LinkWindow> changes = new ArrayList<>();
  private final Map<String, StepTiming> steps = new LinkedHashMap<>();
  private Content sent = Content.of(GREETING.getBytes(StandardCharsets.UTF_8));

  static EvidenceBuilder by(String... clients) {
    EvidenceBuilder seen = new EvidenceBuilder();
    for (String client : clients) {
      seen.since.put(client, Long.MIN_VALUE);
    }
    return seen;
  }

  EvidenceBuilder newcomer(String client, long atMillis) {
    since.put(client, nanos(atMillis));
    return this;
  }

  EvidenceBuilder step(String name, long beganMillis, long doneMillis) {
    steps.put(name, new StepTiming(nanos(beganMillis), nanos(doneMillis)));
    return this;
  }

  EvidenceBuilder change(long beganMillis, long endedMillis) {
    changes.add(new LinkWindow(nanos(beganMillis), nanos(endedMillis), true));
    return this;
  }

  EvidenceBuilder serviceOfAStranger() {
    sent = null;
    return this;
  }

  EvidenceBuilder greeted(String client, long atMillis, long tookMillis) {
    return received(client, atMillis, tookMillis, GREETING);
  }

  EvidenceBuilder greeted(String client, long atMillis, long tookMillis, int times) {
    for (int i = 0; i < times; i++) {
      greeted(client, atMillis + i * 10L, tookMillis);
    }
    return this;
  }

  EvidenceBuilder received(String client, long atMillis, long tookMillis, String text) {
    Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));
    exchanges.add(
        new Exchange(
            client,
            nanos(atMillis),
            nanos(atMillis + tookMillis),
            Duration.ofMillis(1),
            Duration.ofMillis(tookMillis),
            null,
            content.bytes(),
            content.crc32c()));
    return this;
  }

  EvidenceBuilder failed(String client, long atMillis, long tookMillis, String reason) {
    exchanges.add(
        new Exchange(
            client, nanos(atMillis), nanos(atMillis + tookMillis), null, null, reason, 0, null));
    return this;
  }

  Row judged(Claim claim, String... who) {
    return judged(claim, Window.ALL, who);
  }

  Row judged(Claim claim, Window window, String... who) {
    Evidence evidence =
        new Evidence(
            new RunTiming(ZERO, nanos(10_000), steps),
            new ClientArrivals(since),
            exchanges,
            changes,
            sent);
    return Judge.one(
        new Expectation("it", new ClientSelector(List.of(who)), window, claim), evidence);
  }

  /** From the moment a step was in force until another began, or until the end. */
  static Window between(String from, String to) {
    return new Window(
        new Moment(from, Duration.ZERO), to == null ? null : new Moment(to, Duration.ZERO));
  }

  static long nanos(long millis) {
    return ZERO + Duration.ofMillis(millis).toNanos();
  }
}
