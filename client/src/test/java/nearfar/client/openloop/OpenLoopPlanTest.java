package nearfar.client.openloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenLoopPlanTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void arrivalsAreEvenlySpacedAndTheClientsTakeTurns() {
    OpenLoopPlan plan = new OpenLoopPlan(3, 100, SECOND, Duration.ZERO);
    assertEquals(100, plan.arrivals());
    assertEquals(0, plan.nanosOf(0));
    assertEquals(10_000_000, plan.nanosOf(1));
    assertEquals(990_000_000, plan.nanosOf(99));
    assertEquals(0, plan.clientOf(99));
    assertEquals(1, plan.clientOf(1));
  }

  @Test
  void theRampHalvesTheArrivalsAndEndsWithoutAJump() {
    OpenLoopPlan plan = new OpenLoopPlan(1, 100, SECOND.multipliedBy(2), SECOND);
    assertEquals(150, plan.arrivals());
    assertEquals(1_000_000_000, plan.nanosOf(50));
    assertEquals(1_010_000_000, plan.nanosOf(51));
    assertTrue(
        plan.nanosOf(12) < 500_000_000 && plan.nanosOf(13) > 500_000_000,
        "a quarter of them in the first half of the ramp");
    for (long n = 1; n < plan.arrivals(); n++) {
      assertTrue(plan.nanosOf(n) > plan.nanosOf(n - 1), "arrival " + n);
    }
    assertTrue(plan.nanosOf(149) < 2_000_000_000);
  }

  @Test
  void thereIsAtLeastOneArrivalAtAnyRate() {
    assertEquals(1, new OpenLoopPlan(1, 0.01, SECOND, SECOND).arrivals());
  }

  @Test
  void aValueOutOfRangeIsNamed() {
    assertNamed("0 clients", 0, 1, SECOND, Duration.ZERO);
    assertNamed("20001 clients", 20_001, 1, SECOND, Duration.ZERO);
    assertNamed("a rate of 0.0", 1, 0, SECOND, Duration.ZERO);
    assertNamed("a rate of NaN", 1, Double.NaN, SECOND, Duration.ZERO);
    assertNamed("a rate of 100001.0", 1, 100_001, SECOND, Duration.ZERO);
    assertNamed("not 120m", 1, 1, Duration.ofHours(2), Duration.ZERO);
    assertNamed(
        "the ramp of 2s is longer than the load, which lasts 1s",
        1,
        1,
        SECOND,
        SECOND.multipliedBy(2));
  }

  private static void assertNamed(
      String expected, int clients, double rate, Duration lasting, Duration ramp) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new OpenLoopPlan(clients, rate, lasting, ramp))
            .getMessage();
    assertTrue(String.valueOf(message).contains(expected), message);
  }
}
