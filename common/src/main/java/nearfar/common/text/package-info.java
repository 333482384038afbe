/** Text for people: tables, escapes, and untrusted text made safe for a terminal. */
@NullMarked
package nearfar.common.text;

import org.jspecify.annotations.NullMarked;
