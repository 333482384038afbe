/**
 * What TCP says underneath an exchange, seen from several network namespaces at once: packets as
 * tcpdump wrote them, put side by side as a ladder.
 */
@NullMarked
package nearfar.client.diagram;

import org.jspecify.annotations.NullMarked;
