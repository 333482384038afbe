/**
 * The lab as a test fixture: {@link nearfar.lab.Lab} starts the lab's compose file as a separate
 * Compose project, so that several labs can run at once.
 */
@NullMarked
package nearfar.lab;

import org.jspecify.annotations.NullMarked;
