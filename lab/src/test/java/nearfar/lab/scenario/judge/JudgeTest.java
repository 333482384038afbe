package nearfar.lab.scenario.judge;

import static nearfar.lab.report.LabReport.Outcome.FAILED;
import static nearfar.lab.report.LabReport.Outcome.HELD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import nearfar.lab.scenario.Claim;
import nearfar.lab.scenario.Claim.Time.Kind;
import nearfar.lab.scenario.Range;
import nearfar.lab.scenario.Window;
import nearfar.lab.scenario.Window.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each claim holds, fails, and fails where too little was seen. */
class JudgeTest {
  private static final String ONE = "client-wan-1";
  private static final String TWO = "client-wan-2";
  private static final String NEAR = "client-lan-1";
  private static final Claim EVERYONE = new Claim.EveryoneGreeted();
  private static final Claim NOBODY = new Claim.NobodyGreeted();
  private static final Claim WHOLE = new Claim.WholeGreetings();

  @Test
  void everyoneIsGreetedIfEachWasOnce() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE, TWO)
            .greeted(ONE, 0, 5)
            .greeted(TWO, 3, 5)
            .failed(TWO, 20, 5, "reset");
    assertJudged(HELD, "2 of 2 were greeted", seen.judged(EVERYONE, "far"));
  }

  @Test
  void everyoneIsNotGreetedIfOneWasNot() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE, TWO).greeted(ONE, 0, 5).failed(TWO, 3, 5, "reset");
    assertJudged(FAILED, "not client-wan-2, in 1 exchange", seen.judged(EVERYONE, "far"));
  }

  @Test
  void whereNothingWasSeenNobodyWasGreetedAndThatIsNotTakenForAnAnswerEither() {
    EvidenceBuilder nothing = EvidenceBuilder.by(ONE, TWO);
    assertJudged(
        FAILED,
        "not client-wan-1 and client-wan-2, in 0 exchanges",
        nothing.judged(EVERYONE, "all"));
    assertJudged(
        FAILED,
        "too few: no exchange of client-wan-1 and client-wan-2",
        nothing.judged(NOBODY, "all"));
  }

  @Test
  void whoIsNotThereIsNotJudged() {
    assertJudged(
        FAILED, "too few: no client is meant", EvidenceBuilder.by(ONE).judged(NOBODY, "near"));
  }

  @Test
  void nobodyIsGreetedIfAllFailOrWaitInVain() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE, TWO)
            .step("cut", 1000, 1050)
            .step("heal", 3000, 3050)
            .greeted(ONE, 900, 2200)
            .failed(TWO, 1100, 500, "read-timeout");
    assertJudged(
        HELD,
        "nobody, in 2 exchanges",
        seen.judged(NOBODY, EvidenceBuilder.between("cut", "heal"), "far"));
  }

  @Test
  void aGreetingInTheWindowIsToldWithItsClient() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE, TWO)
            .step("cut", 1000, 1050)
            .greeted(ONE, 1100, 5)
            .greeted(TWO, 0, 5);
    assertJudged(
        FAILED,
        "too few: no exchange of client-wan-2",
        seen.judged(NOBODY, EvidenceBuilder.between("cut", null), "far"));
    assertJudged(
        FAILED,
        "1 greeting, to client-wan-1",
        seen.judged(NOBODY, EvidenceBuilder.between("cut", null), ONE));
  }

  @Test
  void recoveryCountsFromTheWindowsBeginningToTheFirstGreetingOfTheLastClient() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE, TWO)
            .step("heal", 1000, 1050)
            .greeted(ONE, 1040, 5)
            .greeted(ONE, 1100, 10)
            .failed(TWO, 1060, 100, "reset")
            .greeted(TWO, 1200, 50);
    Window healed = EvidenceBuilder.between("heal", null);
    assertJudged(
        HELD,
        "200.0 ms, the last was client-wan-2",
        seen.judged(new Claim.GreetedWithin(Duration.ofMillis(200)), healed, "far"));
    assertJudged(
        FAILED,
        "200.0 ms, the last was client-wan-2",
        seen.judged(new Claim.GreetedWithin(Duration.ofMillis(199)), healed, "far"));
    assertJudged(
        FAILED,
        "never client-wan-1 and client-wan-2",
        seen.judged(
            new Claim.GreetedWithin(Duration.ofHours(1)),
            new Window(new Moment(null, Duration.ofSeconds(9)), null),
            "far"));
  }

  @Test
  void theShareOfFailuresIsOfAllExchangesAndItsReasonsAreChecked() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE)
            .greeted(ONE, 0, 5, 3)
            .failed(ONE, 100, 5, "refused")
            .failed(ONE, 110, 5, "reset");
    Range some = new Range(30, 50);
    String measured = "40 % of 5 exchanges: 1 refused, 1 reset";
    assertJudged(HELD, measured, seen.judged(new Claim.Failures(some, List.of()), "far"));
    assertJudged(
        HELD, measured, seen.judged(new Claim.Failures(some, List.of("reset", "refused")), "far"));
    assertJudged(
        FAILED, measured, seen.judged(new Claim.Failures(some, List.of("refused")), "far"));
    assertJudged(
        FAILED, measured, seen.judged(new Claim.Failures(new Range(0, 39), List.of()), "far"));
  }

  @Test
  void aClientWithoutAnExchangeFailsAShareAndSizesToo() {
    EvidenceBuilder seen = EvidenceBuilder.by(ONE, TWO).greeted(ONE, 0, 5);
    String measured = "too few: no exchange of client-wan-2";
    assertJudged(
        FAILED, measured, seen.judged(new Claim.Failures(new Range(0, 0), List.of()), "far"));
    assertJudged(FAILED, measured, seen.judged(WHOLE, "far"));
    assertJudged(FAILED, measured, seen.judged(new Claim.Received(new Range(0, 9)), "far"));
  }

  @Test
  void aPercentileIsOfTheTimesThatNoChangeOfTheLinkDisturbed() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE).greeted(ONE, 0, 20, 12).greeted(ONE, 500, 900).change(600, 650);
    assertJudged(
        HELD,
        "20.0 ms, of 12 exchanges",
        seen.judged(new Claim.Time(Kind.GREETING, 100, new Range(20, 20)), "far"));
    assertJudged(
        FAILED,
        "20.0 ms, of 12 exchanges",
        seen.judged(new Claim.Time(Kind.GREETING, 50, new Range(21, 40)), "far"));
    assertJudged(
        HELD,
        "1.0 ms, of 12 exchanges",
        seen.judged(new Claim.Time(Kind.CONNECT, 50, new Range(0, 5)), "far"));
  }

  @Test
  void theLanHasNoLinkThatAChangeCouldDisturb() {
    EvidenceBuilder seen = EvidenceBuilder.by(NEAR).greeted(NEAR, 0, 20, 12).change(0, 5000);
    assertJudged(
        HELD,
        "20.0 ms, of 12 exchanges",
        seen.judged(new Claim.Time(Kind.GREETING, 50, new Range(0, 20)), "near"));
  }

  @ParameterizedTest
  @CsvSource({"50, 10", "90, 10", "95, 20", "99, 100", "99.9, 1000", "100, 10"})
  void aPercentileWantsSoManySamples(double percentile, int wanted) {
    assertEquals(wanted, PercentileCheck.samplesFor(percentile));
    assertJudged(
        FAILED,
        "too few: 9 exchanges, %d wanted".formatted(wanted),
        EvidenceBuilder.by(ONE)
            .greeted(ONE, 0, 20, 9)
            .judged(new Claim.Time(Kind.GREETING, percentile, new Range(0, 1000)), "far"));
  }

  @Test
  void aGreetingIsWholeIfItIsWhatTheServiceSends() {
    EvidenceBuilder seen = EvidenceBuilder.by(ONE).greeted(ONE, 0, 5, 3);
    assertJudged(HELD, "6 bytes in each of 3 exchanges", seen.judged(WHOLE, "far"));
    assertJudged(
        FAILED,
        "not whole in 1 of 4 exchanges: 3 bytes, of 6 sent",
        seen.received(ONE, 100, 5, "hel").judged(WHOLE, "far"));
    assertJudged(
        FAILED,
        "not whole in 2 of 5 exchanges: 3 to 6 bytes, of 6 sent",
        seen.received(ONE, 200, 5, "hallo\n").judged(WHOLE, "far"));
  }

  @Test
  void whereNobodyKnowsWhatIsSentAllHaveToBeAlike() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE).serviceOfAStranger().received(ONE, 0, 5, "+PONG\r\n");
    assertJudged(
        HELD,
        "7 bytes in each of 2 exchanges",
        seen.received(ONE, 10, 5, "+PONG\r\n").judged(WHOLE, "far"));
    assertJudged(
        FAILED,
        "not whole in 1 of 3 exchanges: 7 bytes, of 7 sent",
        seen.received(ONE, 20, 5, "+PANG\r\n").judged(WHOLE, "far"));
  }

  @Test
  void whatEachReceivedIsCountedGreetedOrNot() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE).received(ONE, 0, 5, "hel").failed(ONE, 10, 5, "reset");
    assertJudged(
        HELD,
        "0 to 3 bytes in 2 exchanges",
        seen.judged(new Claim.Received(new Range(0, 3)), "far"));
    assertJudged(
        FAILED,
        "0 to 3 bytes in 2 exchanges, 1 out of range",
        seen.judged(new Claim.Received(new Range(3, 3)), "far"));
  }

  @Test
  void aWindowBeginsWhenItsStepIsInForceAndEndsWhenItsOtherBegins() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE)
            .step("cut", 1000, 1100)
            .step("heal", 2000, 2100)
            .greeted(ONE, 1050, 10)
            .greeted(ONE, 1995, 10);
    Window cut = EvidenceBuilder.between("cut", "heal");
    Row row = seen.failed(ONE, 1200, 10, "refused").judged(NOBODY, cut, "far");
    assertJudged(HELD, "nobody, in 2 exchanges", row);
    assertEquals(EvidenceBuilder.nanos(1100), row.fromNanos());
    assertEquals(EvidenceBuilder.nanos(2000), row.toNanos());
    Row later =
        seen.judged(EVERYONE, new Window(new Moment("heal", Duration.ofSeconds(1)), null), "far");
    assertEquals(EvidenceBuilder.nanos(3100), later.fromNanos());
    assertEquals(EvidenceBuilder.nanos(10_000), later.toNanos());
  }

  @Test
  void aWindowFromAStepToThatStepAndASecondIsASecondLong() {
    EvidenceBuilder seen = EvidenceBuilder.by(ONE).step("cut", 1000, 1800).greeted(ONE, 2500, 5);
    Row row =
        seen.judged(
            EVERYONE,
            new Window(new Moment("cut", Duration.ZERO), new Moment("cut", Duration.ofSeconds(1))),
            "far");
    assertJudged(HELD, "1 of 1 were greeted", row);
    assertEquals(EvidenceBuilder.nanos(1800), row.fromNanos());
    assertEquals(EvidenceBuilder.nanos(2800), row.toNanos());
  }

  @Test
  void aWindowThatWasOverBeforeItBeganIsInconclusive() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE).step("cut", 1000, 2100).step("heal", 2100, 2200).greeted(ONE, 0, 5);
    assertJudged(
        Outcome.INCONCLUSIVE,
        "the lab was too slow: the window was over before it began",
        seen.judged(NOBODY, EvidenceBuilder.between("cut", "heal"), "far"));
  }

  @Test
  void whoComesLaterIsMeantByWindowsThatEndAfterwards() {
    EvidenceBuilder seen =
        EvidenceBuilder.by(ONE)
            .newcomer(TWO, 5000)
            .step("more", 5000, 5000)
            .greeted(ONE, 100, 5)
            .greeted(TWO, 6000, 5);
    Window before = new Window(new Moment(null, Duration.ZERO), new Moment("more", Duration.ZERO));
    assertJudged(HELD, "1 of 1 were greeted", seen.judged(EVERYONE, before, "far"));
    assertJudged(HELD, "2 of 2 were greeted", seen.judged(EVERYONE, "far"));
  }

  @Test
  void whatIsExpectedIsSaidInWords() {
    EvidenceBuilder seen = EvidenceBuilder.by(ONE, TWO);
    assertEquals(
        List.of(
            "everyone is greeted within 2s",
            "failures 20 to 40 %, refused or reset",
            "failures 0 %",
            "greeting p99 at least 1.5 ms",
            "connect p50 at most 5 ms",
            "17 bytes each"),
        List.of(
                new Claim.GreetedWithin(Duration.ofSeconds(2)),
                new Claim.Failures(new Range(20, 40), List.of("refused", "reset")),
                new Claim.Failures(new Range(0, 0), List.of()),
                new Claim.Time(Kind.GREETING, 99, new Range(1.5, Double.MAX_VALUE)),
                new Claim.Time(Kind.CONNECT, 50, new Range(0, 5)),
                new Claim.Received(new Range(17, 17)))
            .stream()
            .map(claim -> seen.judged(claim, "far").expected())
            .toList());
    assertEquals("near and client-wan-2", seen.judged(NOBODY, "near", TWO).who());
  }

  private static void assertJudged(Outcome outcome, String measured, Row row) {
    assertEquals(measured, row.measured());
    assertEquals(outcome, row.outcome());
  }
}
