/**
 * The greeting client as a library: {@link nearfar.client.GreetingClient} is the exchange itself,
 * {@link nearfar.client.Watch} repeats it.
 */
@NullMarked
package nearfar.client;

import org.jspecify.annotations.NullMarked;
