@NullMarked
package nearfar.client.openloop;

import org.jspecify.annotations.NullMarked;
