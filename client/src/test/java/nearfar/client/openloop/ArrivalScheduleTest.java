package nearfar.client.openloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  private static final long TENTH = 100_000_000;

  @Test
  void clientsTakeTurnsAndEachKeepsItsOwn() {
    ArrivalSchedule appointments = ofClients(2, 3);
    for (int turn = 0; turn < 3; turn++) {
      assertEquals(turn * TENTH, appointments.nextDueNanos());
      int client = appointments.comeDue();
      assertEquals(turn % 2, client);
      assertEquals(turn * TENTH, appointments.keep(client));
      appointments.leave(client);
    }
    assertTrue(appointments.allCameDue());
    assertEquals(0, appointments.overdue());
  }

  @Test
  void whoIsStillBusyComesLateOnceFreeAndItCountsFromTheAppointment() {
    ArrivalSchedule appointments = ofClients(1, 2);
    appointments.keep(appointments.comeDue());
    assertEquals(ArrivalSchedule.NOBODY, appointments.comeDue());
    assertEquals(1, appointments.overdue());
    assertFalse(appointments.isAnyoneLate(), "nobody is free yet");
    appointments.leave(0);
    assertTrue(appointments.isAnyoneLate());
    assertEquals(0, appointments.comeLate());
    assertEquals(TENTH, appointments.keep(0));
    assertEquals(0, appointments.overdue());
  }

  @Test
  void whoIsLateForOneKeepsTheNextAfterItAndNotBefore() {
    ArrivalSchedule appointments = ofClients(1, 3);
    appointments.keep(appointments.comeDue());
    assertEquals(ArrivalSchedule.NOBODY, appointments.comeDue());
    appointments.leave(0);
    assertEquals(ArrivalSchedule.NOBODY, appointments.comeDue(), "the one before is not kept yet");
    assertEquals(TENTH, appointments.keep(appointments.comeLate()));
    appointments.leave(0);
    assertEquals(2 * TENTH, appointments.keep(appointments.comeLate()));
  }

  @Test
  void whatTheLateAreSentHomeForStaysOverdue() {
    ArrivalSchedule appointments = ofClients(1, 2);
    appointments.keep(appointments.comeDue());
    assertEquals(ArrivalSchedule.NOBODY, appointments.comeDue());
    appointments.leave(0);
    appointments.sendTheLateHome();
    assertFalse(appointments.isAnyoneLate());
    assertEquals(1, appointments.overdue());
  }

  /** One every tenth of a second. */
  private static ArrivalSchedule ofClients(int clients, int appointments) {
    return new ArrivalSchedule(
        new OpenLoopPlan(clients, 10, Duration.ofMillis(100L * appointments), Duration.ZERO));
  }
}
