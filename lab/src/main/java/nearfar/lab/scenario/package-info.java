/** Network scenarios: what a file says, as data; and what runs and judges it. */
@NullMarked
package nearfar.lab.scenario;

import org.jspecify.annotations.NullMarked;
