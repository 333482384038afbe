/**
 * Load: many virtual clients, each by its own appointments, which no slow server moves. {@link
 * nearfar.client.openloop.LoadPlan} says when who comes, {@link nearfar.client.openloop.OpenLoop}
 * has them come, {@link nearfar.client.openloop.OpenLoopResult} counts, {@link
 * nearfar.client.openloop.TextResult} and {@link nearfar.client.openloop.JsonResult} show.
 */
@NullMarked
package nearfar.client.openloop;

import org.jspecify.annotations.NullMarked;
