package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToleranceCheckTest {
  private static final MeasurementConditions QUIET =
      new MeasurementConditions(0.2, 2, 0.1, null, 0);
  private static final Impairment HUNDRED = Impairment.delay(Duration.ofMillis(100));
  private static final Measurement FAST_PATH = measured(0.2, 0.3);

  @Test
  void whatArrivesALittleLateIsTrusted() {
    assertEquals(Optional.empty(), calibration(HUNDRED, measured(100.1, 108)).doubt());
  }

  @Test
  void notOneByteMayBeFasterThanTheLeastDelay() {
    assertEquals(
        Optional.of(
            "custom: down: 100ms were asked, and a byte took 99.9 ms, which is less than the least;"
                + " no CPU quota is seen, and the machine is not busy (a load of 0.2 on 2 cores, 10 %"
                + " busy)"),
        calibration(HUNDRED, measured(99.9, 101)).doubt());
  }

  @Test
  void aMedianBeyondTheSlackIsDoubtedAndTheSlackOfALongDelayIsATwentieth() {
    assertTrue(calibration(HUNDRED, measured(100, 109.9)).doubt().isEmpty());
    assertTrue(
        calibration(HUNDRED, measured(100, 110.1))
            .doubt()
            .orElseThrow()
            .startsWith(
                "custom: down: 100ms were asked, and half of the bytes took more than 110.1 ms (with"
                    + " nothing added 0.3 ms); "));
    Impairment long500 = Impairment.delay(Duration.ofMillis(500));
    assertTrue(calibration(long500, measured(500, 524)).doubt().isEmpty());
    assertTrue(calibration(long500, measured(500, 526)).doubt().isPresent());
  }

  @Test
  void aSlowPathIsNotTakenAwayFromWhatAClientSees() {
    DirectionCalibration slow =
        new DirectionCalibration("down", HUNDRED, measured(130, 150), measured(30, 50));
    assertTrue(ToleranceCheck.of(slow).isPresent());
    assertEquals(Duration.ZERO, slow.errorOfP50());
  }

  @Test
  void aMedianOfAJitterMayLieAsFarOffAsTheNumberOfSamplesLetsIt() {
    Impairment jittery = HUNDRED.withJitter(Duration.ofMillis(50));
    assertTrue(calibration(jittery, measured(52, 85)).doubt().isEmpty(), "20 ms of 4*50/√100");
    assertTrue(calibration(jittery, measured(52, 79)).doubt().isPresent());
    assertTrue(calibration(jittery, measured(49.9, 100)).doubt().isPresent());
  }

  @Test
  void bytesThatDoNotArriveAreADoubt() {
    Measurement half = new Measurement(100, 49, ms(100), ms(100), ms(100), ms(0), null);
    assertEquals(
        Optional.of("down: only 49 of 100 bytes arrived in time"),
        ToleranceCheck.of(new DirectionCalibration("down", HUNDRED, half, FAST_PATH)));
  }

  @Test
  void aRateIsJudgedWhereItWasMeasured() {
    Impairment limited = HUNDRED.withRate(new Rate(8_000_000));
    assertTrue(calibration(limited, measured(100, 101)).doubt().isEmpty());
    assertTrue(
        calibration(limited, measured(100, 101).withRate(new Rate(7_900_000))).doubt().isEmpty());
    assertTrue(
        calibration(limited, measured(100, 101).withRate(new Rate(7_000_000)))
            .doubt()
            .orElseThrow()
            .startsWith("custom: down: 8mbit were asked, and it carried 7mbit; "));
  }

  @Test
  void theLikelyCauseIsNamed() {
    assertEquals(
        "likely because the gateway has a CPU quota, of 0.02 cores",
        QUIET.withGateway(new Quota(0.02, 0)).likelyCause());
    assertEquals(
        "likely because the prober was held back by a CPU quota, 3 times, and the machine is busy:"
            + " a load of 9.5 on 2 cores, 99 % busy",
        new MeasurementConditions(9.5, 2, 0.99, null, 3).likelyCause());
  }

  @Test
  void aGatewayThatHadToWaitForItsQuotaIsDoubtedThoughTheMedianIsAsAsked() {
    Calibration fine = calibration(HUNDRED, measured(100, 101));
    assertEquals(Optional.empty(), fine.withGateway(new Quota(0.5, 0)).doubt());
    Calibration throttling = fine.withGateway(new Quota(0.05, 7));
    assertEquals(
        Optional.of(
            "custom: the gateway was held back 7 times; likely because the gateway has a CPU quota,"
                + " of 0.05 cores"),
        throttling.doubt());
    assertEquals(throttling.doubt(), throttling.doubt(throttling.up()));
  }

  @Test
  void eachDirectionHasItsOwnDoubt() {
    Calibration calibration =
        new Calibration(
            new Link("custom", HUNDRED, Impairment.NONE),
            new DirectionCalibration("down", HUNDRED, measured(100, 101), FAST_PATH),
            new DirectionCalibration("up", Impairment.NONE, measured(0.2, 40), FAST_PATH),
            QUIET);
    assertEquals(Optional.empty(), calibration.doubt(calibration.down()));
    assertEquals(calibration.doubt(), calibration.doubt(calibration.up()));
    assertTrue(calibration.doubt().orElseThrow().startsWith("custom: up: "));
  }

  private static Calibration calibration(Impairment asked, Measurement down) {
    return new Calibration(
        new Link("custom", asked, Impairment.NONE),
        new DirectionCalibration("down", asked, down, FAST_PATH),
        new DirectionCalibration("up", Impairment.NONE, FAST_PATH, FAST_PATH),
        QUIET);
  }

  private static Measurement measured(double floor, double p50) {
    @Nullable Rate none = null;
    return new Measurement(100, 100, ms(floor), ms(p50), ms(p50 + 1), ms(0), none);
  }

  private static Duration ms(double millis) {
    return Duration.ofNanos(Math.round(millis * 1e6));
  }
}
