@NullMarked
package nearfar.client.load;

import org.jspecify.annotations.NullMarked;
