/** Named links, kept as data files with their sources. */
@NullMarked
package nearfar.networks.profile;

import org.jspecify.annotations.NullMarked;
