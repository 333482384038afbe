/** Network scenarios as data, and the reader of their files. */
@NullMarked
package nearfar.lab.scenario;

import org.jspecify.annotations.NullMarked;
