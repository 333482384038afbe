/** The {@code wan-control} program: keeps the gateway's link as asked, and takes changes. */
@NullMarked
package nearfar.networks.control;

import org.jspecify.annotations.NullMarked;
