/** How a link becomes toxics on a running Toxiproxy. */
@NullMarked
package nearfar.networks.toxiproxy;

import org.jspecify.annotations.NullMarked;
