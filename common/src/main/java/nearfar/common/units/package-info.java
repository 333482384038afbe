/** Durations, numbers of bytes, ports and percentiles: each is read or computed in one place. */
@NullMarked
package nearfar.common.units;

import org.jspecify.annotations.NullMarked;
