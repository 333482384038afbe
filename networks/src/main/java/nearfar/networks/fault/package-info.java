/**
 * The faults of a link and what a client sees of each; one fault a file. Independent of Toxiproxy.
 */
@NullMarked
package nearfar.networks.fault;

import org.jspecify.annotations.NullMarked;
