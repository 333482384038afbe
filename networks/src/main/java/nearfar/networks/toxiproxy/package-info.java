/** Applies a link as toxics on a running Toxiproxy. */
@NullMarked
package nearfar.networks.toxiproxy;

import org.jspecify.annotations.NullMarked;
