@NullMarked
package nearfar.client;

import org.jspecify.annotations.NullMarked;
