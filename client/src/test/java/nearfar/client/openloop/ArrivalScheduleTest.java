package nearfar.client.openloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  private static final long TENTH = 100_000_000;

  @Test
  void clientsTakeTurns() {
    ArrivalSchedule schedule = ofClients(2, 3);
    for (int turn = 0; turn < 3; turn++) {
      assertEquals(turn * TENTH, schedule.nextDueNanos());
      int client = schedule.takeDue();
      assertEquals(turn % 2, client);
      assertEquals(turn * TENTH, schedule.start(client));
      schedule.finish(client);
    }
    assertTrue(schedule.allDue());
    assertEquals(0, schedule.overdue());
  }

  @Test
  void aBusyClientStartsLateAndItsTimeCountsFromTheSchedule() {
    ArrivalSchedule schedule = ofClients(1, 2);
    schedule.start(schedule.takeDue());
    assertEquals(ArrivalSchedule.NONE, schedule.takeDue());
    assertEquals(1, schedule.overdue());
    assertFalse(schedule.hasLate(), "the client is still busy");
    schedule.finish(0);
    assertTrue(schedule.hasLate());
    assertEquals(0, schedule.takeLate());
    assertEquals(TENTH, schedule.start(0));
    assertEquals(0, schedule.overdue());
  }

  @Test
  void aLateClientStartsItsArrivalsInOrder() {
    ArrivalSchedule schedule = ofClients(1, 3);
    schedule.start(schedule.takeDue());
    assertEquals(ArrivalSchedule.NONE, schedule.takeDue());
    schedule.finish(0);
    assertEquals(
        ArrivalSchedule.NONE, schedule.takeDue(), "the previous arrival has not started yet");
    assertEquals(TENTH, schedule.start(schedule.takeLate()));
    schedule.finish(0);
    assertEquals(2 * TENTH, schedule.start(schedule.takeLate()));
  }

  @Test
  void droppedArrivalsStayOverdue() {
    ArrivalSchedule schedule = ofClients(1, 2);
    schedule.start(schedule.takeDue());
    assertEquals(ArrivalSchedule.NONE, schedule.takeDue());
    schedule.finish(0);
    schedule.dropLate();
    assertFalse(schedule.hasLate());
    assertEquals(1, schedule.overdue());
  }

  /** A schedule with one arrival every 100 ms. */
  private static ArrivalSchedule ofClients(int clients, int arrivals) {
    return new ArrivalSchedule(
        new OpenLoopPlan(clients, 10, Duration.ofMillis(100L * arrivals), Duration.ZERO));
  }
}
