@NullMarked
package nearfar.client.diagram;

import org.jspecify.annotations.NullMarked;
