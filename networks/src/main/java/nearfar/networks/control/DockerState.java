package nearfar.networks.control;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state that Docker has to bring about. Nothing in the lab can reach Docker, so the caller of
 * the change does it from outside.
 *
 * @param gateway {@code paused}, {@code holed} or {@code running}: pause the gateway, or open a
 *     silent port in its network, or neither
 * @param port the silent port
 * @param apart the clients that must not reach the gateway
 * @param touched those, and the ones that may still be unreachable from before; empty if nothing
 *     has to change
 */
record DockerState(String gateway, int port, Set<String> apart, Set<String> touched) {

  static DockerState of(DesiredState desired, int port) {
    return new DockerState(
        desired.isCut() ? "paused" : desired.isBlackHole() ? "holed" : "running",
        port,
        desired.partitioned(),
        desired.dockerPending() ? desired.touched() : Set.of());
  }

  /** The same as keys and values. */
  Map<String, String> toMap() {
    return Map.of(
        "gateway", gateway,
        "port", Integer.toString(port),
        "apart", String.join(" ", new TreeSet<>(apart)),
        "touched", String.join(" ", new TreeSet<>(touched)));
  }
}
