package nearfar.networks.toxiproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.util.List;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToxicPlanTest {

  @Test
  void inEachDirectionTheLatencyStandsBeforeTheBandwidth() {
    Link link =
        new Link(
            "custom",
            Impairment.parse("20ms~5ms", Rate.parse("8mbit")),
            Impairment.parse("10ms", Rate.parse("80kbit")));
    assertEquals(
        List.of(
            new LatencyToxic("up-delay", ToxicDirection.UPSTREAM, 10, 0),
            new BandwidthToxic("up-rate", ToxicDirection.UPSTREAM, 10),
            new LatencyToxic("down-delay", ToxicDirection.DOWNSTREAM, 20, 5),
            new BandwidthToxic("down-rate", ToxicDirection.DOWNSTREAM, 1000)),
        ToxicPlan.of(link).toxics());
  }

  @Test
  void aLinkThatAddsNothingHasNoToxics() {
    assertEquals(
        List.of(), ToxicPlan.of(new Link("perfect", Impairment.NONE, Impairment.NONE)).toxics());
  }

  @ParameterizedTest
  @CsvSource({
    "1.5ms, 1ms and 2ms",
    "250us, 0ms and 1ms",
    "3601s, at most 3600s",
  })
  void aDelayThatToxiproxyCannotRepresentIsAnErrorThatNamesTheNearest(
      String delay, String nearest) {
    Link link = new Link("custom", Impairment.parse(delay, null), Impairment.NONE);
    String message =
        assertThrows(IllegalArgumentException.class, () -> ToxicPlan.of(link)).getMessage();
    assertTrue(message.startsWith("down delay: "), message);
    assertTrue(message.contains(delay) && message.contains(nearest), message);
  }

  @ParameterizedTest
  @CsvSource({"100kbit, 96kbit or 104kbit", "1kbit, 8kbit", "8001bit, 8kbit or 16kbit"})
  void aRateThatToxiproxyCannotRepresentIsAnErrorThatNamesTheNearest(String rate, String nearest) {
    Link link = new Link("custom", Impairment.NONE, Impairment.parse("0ms", Rate.parse(rate)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> ToxicPlan.of(link)).getMessage();
    assertTrue(message.startsWith("up rate: "), message);
    assertTrue(message.endsWith("the nearest is " + nearest), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reset         | [delay, rate, ResetPeerToxic[toxicity=1.0]]",
        "reset:10      | [LimitDataToxic[bytes=10, toxicity=1.0], delay, rate, ResetPeerToxic[toxicity=0.0], SlowCloseToxic[millis=200, toxicity=1.0]]",
        "truncated:7@50% | [LimitDataToxic[bytes=7, toxicity=0.5], delay, rate]",
        "slow-close:1s,sliced:3/250us | [delay, rate, SlicerToxic[bytes=3, delayMicros=250, toxicity=1.0], SlowCloseToxic[millis=1000, toxicity=1.0]]",
        "flapping:2s,partition:client-wan-1 | [delay, rate]",
        "black-hole    | [delay, rate]",
      })
  void aLimitStandsBeforeTheLinkAndWhatDecidesTheEndBehindIt(String faults, String expected) {
    Link link = new Link("custom", Impairment.parse("20ms", Rate.parse("8mbit")), Impairment.NONE);
    String plan =
        ToxicPlan.of(link, Faults.parse(faults)).toxics().stream()
            .map(toxic ->
                switch (toxic) {
                  case LatencyToxic latency -> "delay";
                  case BandwidthToxic bandwidth -> "rate";
                  default -> toxic.toString();
                })
            .toList()
            .toString();
    assertEquals(expected, plan);
  }

  @ParameterizedTest
  @CsvSource({"slow-close:1.5ms, whole milliseconds", "sliced:1/1ns, whole microseconds"})
  void aFaultThatToxiproxyCannotRepresentIsAnError(String faults, String why) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ToxicPlan.of(Link.NOTHING_ADDED, Faults.parse(faults)))
            .getMessage();
    assertTrue(message.contains(why), message);
  }
}
