package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final long MILLI = 1_000_000;

  @Test
  void theFigureOfAPercentIsATimeThatWasMeasuredAndThatManyWereNoSlower() {
    Measurement measured =
        Measurement.of(100, LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).toArray());
    assertEquals(100, measured.samples());
    assertEquals(Duration.ofMillis(1), measured.floor());
    assertEquals(Duration.ofMillis(50), measured.p50());
    assertEquals(Duration.ofMillis(99), measured.p99());
  }

  @Test
  void theJitterOfUniformTimesIsHalfTheirWidthAndOneLateTimeDoesNotChangeIt() {
    long[] times = LongStream.rangeClosed(80_000, 120_000).map(i -> i * 1_000).toArray();
    assertEquals(20.0, Measurement.of(times.length, times).jitter().toNanos() / 1e6, 0.5);
    times[7] = 900 * MILLI;
    assertEquals(20.0, Measurement.of(times.length, times).jitter().toNanos() / 1e6, 0.5);
  }

  @Test
  void whereNothingArrivedNothingIsMeasured() {
    Measurement nothing = Measurement.of(10, new long[0]);
    assertEquals(10, nothing.sent());
    assertEquals(0, nothing.samples());
    assertEquals(Duration.ZERO, nothing.p99());
  }
}
