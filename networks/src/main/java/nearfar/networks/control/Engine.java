package nearfar.networks.control;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is up to the engine, which nothing in the lab can speak to: whoever gave the order does it
 * from outside.
 *
 * @param gateway {@code paused}, {@code holed} or {@code running}: whether the gateway is to be
 *     paused, or a helper in its network is to answer nobody, or neither
 * @param port where nobody is to be answered
 * @param apart the clients that are to be out of the gateway's reach
 * @param touched those and all that may still be so from before; empty if nothing is to be done
 *     about any
 */
record Engine(String gateway, int port, Set<String> apart, Set<String> touched) {

  static Engine of(DesiredState asked, int port) {
    return new Engine(
        asked.isCut() ? "paused" : asked.isBlackHole() ? "holed" : "running",
        port,
        asked.partitioned(),
        asked.owed() ? asked.touched() : Set.of());
  }

  /** The same, word by word. */
  Map<String, String> words() {
    return Map.of(
        "gateway", gateway,
        "port", Integer.toString(port),
        "apart", String.join(" ", new TreeSet<>(apart)),
        "touched", String.join(" ", new TreeSet<>(touched)));
  }
}
