package nearfar.client.openloop;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The scheduled arrivals of all clients: for each client its next arrival, the number of its
 * overdue arrivals, and whether it is busy. Uses no clock and never waits. Not thread-safe.
 */
final class ArrivalSchedule {

  /** Returned in place of a client that is still busy with an earlier arrival. */
  static final int NONE = -1;

  private final OpenLoopPlan plan;
  private final long total;
  private final long[] next;
  private final int[] overdue;
  private final boolean[] busy;
  private final Queue<Integer> late = new ArrayDeque<>();
  private long due;
  private long totalOverdue;

  ArrivalSchedule(OpenLoopPlan plan) {
    this.plan = plan;
    this.total = plan.arrivals();
    this.next = new long[plan.clients()];
    this.overdue = new int[plan.clients()];
    this.busy = new boolean[plan.clients()];
    for (int client = 0; client < plan.clients(); client++) {
      next[client] = client;
    }
  }

  boolean allDue() {
    return due == total;
  }

  /** The time of the next arrival, in nanoseconds from the start of the load. */
  long nextDueNanos() {
    return plan.nanosOf(due);
  }

  /** Takes the next arrival; returns its client if that is free, or {@link #NONE}. */
  int takeDue() {
    int client = plan.clientOf(due++);
    if (busy[client] || overdue[client] > 0) {
      overdue[client]++;
      totalOverdue++;
      return NONE;
    }
    return client;
  }

  /** Whether a client with an overdue arrival is free again. */
  boolean hasLate() {
    return !late.isEmpty();
  }

  /** Removes and returns the first of these clients. */
  int takeLate() {
    int client = late.remove();
    overdue[client]--;
    totalOverdue--;
    return client;
  }

  /** Drops all late clients; their arrivals stay overdue. */
  void dropLate() {
    late.clear();
  }

  /** Starts the client's next arrival; returns its time, as {@link #nextDueNanos} does. */
  long start(int client) {
    long scheduled = plan.nanosOf(next[client]);
    next[client] += plan.clients();
    busy[client] = true;
    return scheduled;
  }

  /** Marks the client as free. */
  void finish(int client) {
    busy[client] = false;
    if (overdue[client] > 0) {
      late.add(client);
    }
  }

  /** The number of arrivals that are due and have not started. */
  long overdue() {
    return totalOverdue;
  }
}
