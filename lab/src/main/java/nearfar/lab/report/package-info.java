/** What happened in a lab, written down for people and for programs. */
@NullMarked
package nearfar.lab.report;

import org.jspecify.annotations.NullMarked;
