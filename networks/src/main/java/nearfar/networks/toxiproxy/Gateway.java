package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.util.List;

/**
 * One proxy on a running Toxiproxy, changed through its API. Not safe for use by several threads:
 * changes would interleave.
 *
 * <p>toxiproxy-java sets no time-outs and opens an {@link java.net.HttpURLConnection} for every
 * call; this class sets the JDK's process-wide defaults for those, 300 ms to connect and 500 ms for
 * an answer, and switches its keep-alive off, unless the property is set already.
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

  /** Does not connect before the first call. */
  public Gateway(String host, int port, Route route) {
    this.client = client(host, port);
    this.route = route;
  }

  /** A client of the API, with the time-outs that are set here. */
  static ToxiproxyClient client(String host, int port) {
    return new ToxiproxyClient(host, port);
  }

  /** The state of the proxy. */
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
      return route.matches(proxy) && matchAll(proxy.toxics().getAll(), plan.toxics())
          ? Condition.AS_PLANNED
          : Condition.OTHERWISE;
    });
  }

  /**
   * Applies the plan, then enables the proxy. Open connections stay open, unless the route changes.
   * In each direction, present toxics of the planned kinds only change their attributes, so no data
   * passes without them. Toxics after those are removed, last first, before the rest is added: in
   * another order Toxiproxy 2.12 panics under traffic.
   *
   * @throws GatewayException if the API does not answer, or not as a Toxiproxy
   */
  public void apply(ToxicPlan plan) throws GatewayException {
    GatewayException.translate(() -> {
      Proxy proxy = client.getProxy(route.proxy());
      if (!route.matches(proxy)) {
        route.setOn(proxy);
      }
      List<? extends Toxic> present = proxy.toxics().getAll();
      for (ToxicDirection direction : ToxicDirection.values()) {
        change(
            proxy,
            present.stream().filter(toxic -> toxic.getStream() == direction).toList(),
            plan.toxics().stream().filter(each -> each.direction() == direction).toList());
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

  /** Changes one direction, in which each kind of toxic has its name. */
  private static void change(Proxy proxy, List<? extends Toxic> present, List<ToxicSpec> wanted)
      throws IOException {
    int kept = 0;
    while (kept < Math.min(present.size(), wanted.size())
        && present.get(kept).getName().equals(wanted.get(kept).name())) {
      if (!wanted.get(kept).matches(present.get(kept))) {
        wanted.get(kept).update(present.get(kept));
      }
      kept++;
    }
    for (Toxic toxic : present.subList(kept, present.size()).reversed()) {
      toxic.remove();
    }
    for (ToxicSpec toxic : wanted.subList(kept, wanted.size())) {
      toxic.addTo(proxy);
    }
  }

  private static boolean matchAll(List<? extends Toxic> present, List<ToxicSpec> wanted) {
    if (present.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).matches(present.get(i))) {
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
