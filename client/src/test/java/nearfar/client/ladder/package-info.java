@NullMarked
package nearfar.client.ladder;

import org.jspecify.annotations.NullMarked;
