@NullMarked
package nearfar.client.cli;

import org.jspecify.annotations.NullMarked;
