@NullMarked
package nearfar.server;

import org.jspecify.annotations.NullMarked;
