package nearfar.tests.hardening;

import java.util.Map;
import java.util.Set;

/** What a service of the lab needs more, or less, than the others. */
final class HardeningServices {
  private static final String PROMETHEUS = "prometheus";
  private static final Set<String> SERVING = Set.of("server", "wan-gateway");

  /** Nobody of the lab waits for them. */
  private static final Set<String> MEASURING = Set.of(PROMETHEUS, "gateway-metrics");

  private static final Map<String, String> SETTINGS =
      Map.of("wan-gateway", "/gateway.json", PROMETHEUS, "/prometheus.yml");

  /** The networks on which a door hangs. */
  static final Set<String> DOORSTEPS = Set.of("edge", "page");

  private HardeningServices() {}

  /** The one file that it may read of the host, or nothing. */
  static String settingsOf(String service) {
    return SETTINGS.getOrDefault(service, "none");
  }

  static int doorsOf(String service) {
    return SERVING.contains(service) || service.equals(PROMETHEUS) ? 1 : 0;
  }

  /** In bytes. */
  static long memoryOf(String service) {
    return (service.equals(PROMETHEUS) ? 768L : 256L) << 20;
  }

  /** Its share of a busy machine's processors. */
  static int cpuSharesOf(String service) {
    return SERVING.contains(service) ? 2048 : 512;
  }

  /** How many files and sockets it may have open. */
  static long descriptorsOf(String service) {
    return service.startsWith("client-") ? 256 : 16_384;
  }

  /** Whether the engine asks for its health: somebody would wait for it. */
  static boolean isAskedForHealth(String service) {
    return !service.startsWith("client-") && !MEASURING.contains(service);
  }

  static Set<String> networksOf(String service) {
    return service.equals(PROMETHEUS)
        ? Set.of("page")
        : Set.of("lan", "wan", "uplink", "control", "edge");
  }
}
