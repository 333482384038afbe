/**
 * The model of a link: two directions, each with its own delay, jitter and rate. Independent of
 * Toxiproxy.
 */
@NullMarked
package nearfar.networks.link;

import org.jspecify.annotations.NullMarked;
