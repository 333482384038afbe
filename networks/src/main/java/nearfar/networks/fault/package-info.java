/**
 * What can go wrong on the way, and what a client sees of it; one fault a file. Knows no engine.
 */
@NullMarked
package nearfar.networks.fault;

import org.jspecify.annotations.NullMarked;
