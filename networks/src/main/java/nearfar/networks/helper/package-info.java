/**
 * What short-lived helpers do inside the network of another container, where the engine puts them:
 * faults that no gateway can make by itself.
 */
@NullMarked
package nearfar.networks.helper;

import org.jspecify.annotations.NullMarked;
