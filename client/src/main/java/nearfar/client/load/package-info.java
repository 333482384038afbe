/**
 * Load: many virtual clients, each by its own appointments, which no slow server moves. {@link
 * nearfar.client.load.LoadPlan} says when who comes, {@link nearfar.client.load.Load} has them
 * come, {@link nearfar.client.load.LoadFigures} counts, {@link nearfar.client.load.TextLoad} and
 * {@link nearfar.client.load.JsonLoad} show.
 */
@NullMarked
package nearfar.client.load;

import org.jspecify.annotations.NullMarked;
