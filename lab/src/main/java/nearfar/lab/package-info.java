/**
 * The lab as a test fixture: {@link nearfar.lab.Lab} brings up the lab's own compose file under a
 * name of its own, beside whatever else runs.
 */
@NullMarked
package nearfar.lab;

import org.jspecify.annotations.NullMarked;
