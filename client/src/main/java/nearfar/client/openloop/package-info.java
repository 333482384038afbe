/**
 * Open-loop load: many virtual clients with scheduled arrivals that no slow server shifts. {@link
 * nearfar.client.openloop.OpenLoopPlan} is the schedule, {@link nearfar.client.openloop.OpenLoop}
 * runs it, {@link nearfar.client.openloop.OpenLoopResult} counts, {@link
 * nearfar.client.openloop.TextResult} and {@link nearfar.client.openloop.JsonResult} print.
 */
@NullMarked
package nearfar.client.openloop;

import org.jspecify.annotations.NullMarked;
