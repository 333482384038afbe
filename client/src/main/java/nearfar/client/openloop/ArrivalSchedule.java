package nearfar.client.openloop;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Whose appointment is next, and who is late for one: of each client the appointment that it keeps
 * next, how many of them are overdue, and whether it is keeping one. It looks at no clock and waits
 * for nobody. For one thread.
 */
final class ArrivalSchedule {

  /** In place of a client, where the one whose turn it is has not done with an earlier one. */
  static final int NOBODY = -1;

  private final OpenLoopPlan plan;
  private final long all;
  private final long[] next;
  private final int[] overdue;
  private final boolean[] busy;
  private final Queue<Integer> late = new ArrayDeque<>();
  private long due;
  private long allOverdue;

  ArrivalSchedule(OpenLoopPlan plan) {
    this.plan = plan;
    this.all = plan.appointments();
    this.next = new long[plan.clients()];
    this.overdue = new int[plan.clients()];
    this.busy = new boolean[plan.clients()];
    for (int client = 0; client < plan.clients(); client++) {
      next[client] = client;
    }
  }

  boolean allCameDue() {
    return due == all;
  }

  /** When the next one comes due, in nanoseconds from the first possible moment on. */
  long nextDueNanos() {
    return plan.nanosOf(due);
  }

  /** The next one comes due; returns who is free to keep it at once, or {@link #NOBODY}. */
  int comeDue() {
    int client = plan.clientOf(due++);
    if (busy[client] || overdue[client] > 0) {
      overdue[client]++;
      allOverdue++;
      return NOBODY;
    }
    return client;
  }

  /** Whether somebody is free again whose appointment has passed. */
  boolean isAnyoneLate() {
    return !late.isEmpty();
  }

  /** Who of them is first. */
  int comeLate() {
    int client = late.remove();
    overdue[client]--;
    allOverdue--;
    return client;
  }

  /** Those who are late do not come any more. */
  void sendTheLateHome() {
    late.clear();
  }

  /** The client keeps its next one; returns when that was to be, as {@link #nextDueNanos} does. */
  long keep(int client) {
    long appointed = plan.nanosOf(next[client]);
    next[client] += plan.clients();
    busy[client] = true;
    return appointed;
  }

  /** The client has done with the one that it kept. */
  void leave(int client) {
    busy[client] = false;
    if (overdue[client] > 0) {
      late.add(client);
    }
  }

  /** How many have come due that nobody has begun to keep. */
  long overdue() {
    return allOverdue;
  }
}
