/** Text for people: tables, and text of others made safe for a terminal. */
@NullMarked
package nearfar.common.text;

import org.jspecify.annotations.NullMarked;
