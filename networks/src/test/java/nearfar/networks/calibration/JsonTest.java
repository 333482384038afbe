package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Impairment DOWN =
      new Impairment(Duration.ofMillis(40), Duration.ofMillis(5), Rate.parse("12mbit"));
  private static final Link LINK = new Link("custom", DOWN, Impairment.delay(Duration.ofMillis(7)));

  @Test
  void calibrationsAreReadAsTheyWereWritten() {
    Measurement measured =
        Measurement.of(3, LongStream.of(40_123_456, 41_000_000, 42_000_001).toArray());
    Calibration calibration =
        new Calibration(
            LINK,
            new DirectionCalibration(
                "down", LINK.down(), measured.withRate(new Rate(11_987_654)), measured),
            new DirectionCalibration("up", LINK.up(), measured, measured),
            new MeasurementConditions(1.25, 2, 0.5, new Quota(0.02, 3), 7));
    assertEquals(List.of(calibration), Json.calibrations(Json.of(List.of(calibration))));
  }

  @Test
  void aPlanIsReadAsItWasWritten() {
    Plan plan =
        new Plan(
            Plan.withUnimpairedPath(List.of(LINK)).stream()
                .map(link -> new Plan.Target("calibration-" + link.name(), 40_001, link))
                .toList());
    assertEquals(plan, Plan.parse(plan.toString()));
    assertEquals(Impairment.NONE, plan.targets().getFirst().link().down());
  }

  @Test
  void whatWouldTakeTooLongIsRefused() {
    Link slow = new Link("slow", Impairment.delay(Duration.ofSeconds(11)), Impairment.NONE);
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Plan.withUnimpairedPath(List.of(slow)));
    assertEquals("slow: 11s is too long to be measured, at most 10s", wrong.getMessage());
  }
}
