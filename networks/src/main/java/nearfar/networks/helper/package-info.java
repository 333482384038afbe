/**
 * Faults that the gateway cannot make: short-lived helper containers make them in the network
 * namespace of another container.
 */
@NullMarked
package nearfar.networks.helper;

import org.jspecify.annotations.NullMarked;
