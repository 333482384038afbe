/**
 * Sequence diagrams of the TCP packets of an exchange, from simultaneous tcpdump captures in
 * several network namespaces.
 */
@NullMarked
package nearfar.client.diagram;

import org.jspecify.annotations.NullMarked;
