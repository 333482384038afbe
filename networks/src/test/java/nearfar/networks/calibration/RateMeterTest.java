package nearfar.networks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nearfar.networks.link.Rate;
import org.junit.jupiter.api.Test;

class RateMeterTest {
  private static final long MILLI = 1_000_000;

  @Test
  void theTimeThatTheFirstPieceWaitedDoesNotCount() {
    RateMeter meter = new RateMeter();
    for (int i = 0; i < 40; i++) {
      meter.add(700 * MILLI + i * 8L * MILLI, 1000);
    }
    assertEquals(Optional.of(new Rate(1_000_000)), meter.rate());
    assertEquals(40_000, meter.bytes());
  }

  @Test
  void piecesThatArriveInPartsAndOneThatIsLateHardlyChangeIt() {
    RateMeter meter = new RateMeter();
    for (int i = 0; i < 100; i++) {
      long late = i == 50 ? 7 * MILLI : 0;
      meter.add(i * 8L * MILLI + late, 600);
      meter.add(i * 8L * MILLI + late + 1000, 400);
    }
    assertEquals(1.0, meter.rate().orElseThrow().bitsPerSecond() / 1e6, 0.005);
  }

  @Test
  void ofTooLittleThereIsNoRate() {
    RateMeter meter = new RateMeter();
    assertEquals(Optional.empty(), meter.rate());
    meter.add(1, 1000);
    meter.add(1, 1000);
    meter.add(1, 1000);
    assertEquals(Optional.empty(), meter.rate());
  }
}
