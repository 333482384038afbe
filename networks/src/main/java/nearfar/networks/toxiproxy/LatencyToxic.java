package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import java.io.IOException;

/**
 * Toxiproxy's {@code latency}: one-way, in whole milliseconds, with a uniform jitter around it.
 *
 * @param toxicity the share of connections that it hits, 0 to 1
 */
record LatencyToxic(
    String name, ToxicDirection direction, long millis, long jitterMillis, float toxicity)
    implements ToxicSpec {

  LatencyToxic(String name, ToxicDirection direction, long millis, long jitterMillis) {
    this(name, direction, millis, jitterMillis, 1);
  }

  @Override
  public void addTo(Proxy proxy) throws IOException {
    if (toxicity == 1) {
      proxy.toxics().latency(name, direction, millis).setJitter(jitterMillis);
    } else {
      update(proxy.toxics().latency(name, direction, 0));
    }
  }

  @Override
  public boolean matches(Toxic toxic) {
    return toxic instanceof Latency latency
        && latency.getName().equals(name)
        && latency.getStream() == direction
        && latency.getToxicity() == toxicity
        && latency.getLatency() == millis
        && latency.getJitter() == jitterMillis;
  }

  @Override
  public void update(Toxic toxic) throws IOException {
    ToxicSpec.setToxicity(toxic, toxicity);
    ((Latency) toxic).setLatency(millis).setJitter(jitterMillis);
  }
}
