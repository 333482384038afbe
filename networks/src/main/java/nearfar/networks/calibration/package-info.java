/**
 * Calibration: compares the requested link with the measured one, for each direction.
 *
 * <p>All times are {@link System#nanoTime}'s. On Linux that is CLOCK_MONOTONIC, one clock for all
 * processes of a host, whatever their containers; it is not one clock across hosts, virtual
 * machines, or time namespaces with an offset of their own.
 */
@NullMarked
package nearfar.networks.calibration;

import org.jspecify.annotations.NullMarked;
