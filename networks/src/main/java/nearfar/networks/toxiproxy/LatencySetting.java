package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import java.io.IOException;

/** Toxiproxy's {@code latency}: one-way, in whole milliseconds, with a uniform jitter around it. */
record LatencySetting(String name, ToxicDirection direction, long millis, long jitterMillis)
    implements Setting {

  @Override
  public void addTo(Proxy proxy) throws IOException {
    proxy.toxics().latency(name, direction, millis).setJitter(jitterMillis);
  }

  @Override
  public boolean is(Toxic toxic) {
    return toxic instanceof Latency latency
        && latency.getName().equals(name)
        && latency.getStream() == direction
        && latency.getToxicity() == 1
        && latency.getLatency() == millis
        && latency.getJitter() == jitterMillis;
  }

  @Override
  public void patch(Toxic toxic) throws IOException {
    ((Latency) toxic).setLatency(millis).setJitter(jitterMillis);
  }
}
