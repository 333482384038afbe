package nearfar.networks.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlappingScheduleTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private static FlappingSchedule schedule(long seed, String jitter) {
    Flapping flapping = (Flapping) Faults.parse("flapping:2s~" + jitter).all().getFirst();
    return flapping.withSeed(seed).schedule();
  }

  @Test
  void theSameSeedGivesTheSameMomentsHoweverTheyAreAskedFor() {
    long seed = new Random().nextLong();
    List<Duration> atOnce = schedule(seed, "200ms").turnsUntil(HALF_AN_HOUR);
    FlappingSchedule stepwise = schedule(seed, "200ms");
    for (Duration turn : atOnce) {
      assertEquals(turn, stepwise.next(), () -> "seed " + seed);
      assertEquals(turn, stepwise.take(), () -> "seed " + seed);
    }
    assertTrue(atOnce.size() > 1000);
  }

  @Test
  void anotherSeedGivesOthers() {
    assertNotEquals(
        schedule(4711, "200ms").turnsUntil(HALF_AN_HOUR),
        schedule(4712, "200ms").turnsUntil(HALF_AN_HOUR));
  }

  @Test
  void eachHalfIsWithinTheJitterAndItIsUsed() {
    Duration before = Duration.ZERO;
    int early = 0;
    int late = 0;
    for (Duration turn : schedule(4711, "200ms").turnsUntil(HALF_AN_HOUR)) {
      long millis = turn.minus(before).toMillis();
      assertTrue(millis >= 800 && millis <= 1200, () -> millis + " ms");
      early += millis < 850 ? 1 : 0;
      late += millis > 1150 ? 1 : 0;
      before = turn;
    }
    assertTrue(early > 50 && late > 50, early + " early, " + late + " late");
  }

  @Test
  void withoutAJitterItIsRegular() {
    assertEquals(
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)),
        schedule(1, "0ms").turnsUntil(Duration.ofSeconds(3)));
  }

  @Test
  void theSeedOfYesterdayGivesTheMomentsOfYesterday() {
    assertEquals(
        List.of(817L, 1768L, 2628L, 3550L, 4516L),
        schedule(4711, "200ms").turnsUntil(Duration.ofSeconds(5)).stream()
            .map(Duration::toMillis)
            .toList());
  }
}
