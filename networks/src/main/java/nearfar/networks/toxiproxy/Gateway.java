package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.util.List;

/**
 * One proxy on a running Toxiproxy, reached through its API. Not safe for use by several threads at
 * once: changes would interleave.
 *
 * <p>toxiproxy-java sets no time-outs and opens an {@link java.net.HttpURLConnection} for every
 * call; this class sets the JDK's process-wide defaults for those, 300 ms to connect and 500 ms for
 * an answer, and switches its keep-alive off, unless somebody else has set the property before.
 */
public final class Gateway {
  private static final long CONNECT_TIMEOUT_MILLIS = 300;
  private static final long READ_TIMEOUT_MILLIS = 500;

  static {
    setUnlessSet("sun.net.client.defaultConnectTimeout", Long.toString(CONNECT_TIMEOUT_MILLIS));
    setUnlessSet("sun.net.client.defaultReadTimeout", Long.toString(READ_TIMEOUT_MILLIS));
    // A kept-alive connection to a gateway that was restarted since would fail the next call.
    setUnlessSet("http.keepAlive", "false");
  }

  private final ToxiproxyClient client;
  private final Route route;

  /** Names a proxy; nothing is connected to before the first call. */
  public Gateway(String host, int port, Route route) {
    this.client = client(host, port);
    this.route = route;
  }

  /** A client of the API, with the time-outs that are set here. */
  static ToxiproxyClient client(String host, int port) {
    return new ToxiproxyClient(host, port);
  }

  /** What a gateway was found to be doing. */
  public enum Condition {
    /** The proxy passes traffic through exactly the toxics of the plan. */
    AS_PLANNED,
    /** The proxy passes traffic through other toxics. */
    OTHERWISE,
    /** The proxy refuses connections. */
    DISABLED
  }

  /**
   * Compares the proxy with a plan.
   *
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public Condition compare(ToxicPlan plan) throws GatewayException {
    return GatewayException.translate(() -> {
      Proxy proxy = client.getProxy(route.proxy());
      if (!proxy.isEnabled()) {
        return Condition.DISABLED;
      }
      return route.isThatOf(proxy) && stands(proxy.toxics().getAll(), plan.settings())
          ? Condition.AS_PLANNED
          : Condition.OTHERWISE;
    });
  }

  /**
   * Puts the plan in force and then lets traffic pass. Open connections stay open, unless the proxy
   * has had another route. In each direction the toxics that stand already, as far as they are of
   * the wanted kinds, only change their attributes, so that nothing gets through without them; what
   * stands behind those is removed, last first, before the rest is added. Removed in any other
   * order under traffic, Toxiproxy 2.12 panics.
   *
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public void apply(ToxicPlan plan) throws GatewayException {
    GatewayException.translate(() -> {
      Proxy proxy = client.getProxy(route.proxy());
      if (!route.isThatOf(proxy)) {
        route.setOn(proxy);
      }
      List<? extends Toxic> present = proxy.toxics().getAll();
      for (ToxicDirection direction : ToxicDirection.values()) {
        change(
            proxy,
            present.stream().filter(toxic -> toxic.getStream() == direction).toList(),
            plan.settings().stream().filter(each -> each.direction() == direction).toList());
      }
      if (!proxy.isEnabled()) {
        proxy.enable();
      }
      return Condition.AS_PLANNED;
    });
  }

  /**
   * Refuses connections from now on, and ends the open ones.
   *
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public void refuse() throws GatewayException {
    GatewayException.translate(() -> {
      client.getProxy(route.proxy()).disable();
      return Condition.DISABLED;
    });
  }

  /** Changes one direction. Names are unique to a kind there, so that they tell kinds apart. */
  private static void change(Proxy proxy, List<? extends Toxic> present, List<ToxicSpec> wanted)
      throws IOException {
    int kept = 0;
    while (kept < Math.min(present.size(), wanted.size())
        && present.get(kept).getName().equals(wanted.get(kept).name())) {
      if (!wanted.get(kept).is(present.get(kept))) {
        wanted.get(kept).patch(present.get(kept));
      }
      kept++;
    }
    for (Toxic toxic : present.subList(kept, present.size()).reversed()) {
      toxic.remove();
    }
    for (ToxicSpec setting : wanted.subList(kept, wanted.size())) {
      setting.addTo(proxy);
    }
  }

  private static boolean stands(List<? extends Toxic> present, List<ToxicSpec> wanted) {
    if (present.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).is(present.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
