package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.SlowClose;
import java.io.IOException;

/**
 * Toxiproxy's {@code slow_close}: holds the end of a connection back.
 *
 * @param toxicity the share of connections that it hits, 0 to 1
 */
record SlowCloseToxic(long millis, float toxicity) implements ToxicSpec {

  @Override
  public String name() {
    return "late-end";
  }

  @Override
  public ToxicDirection direction() {
    return ToxicDirection.DOWNSTREAM;
  }

  @Override
  public void addTo(Proxy proxy) throws IOException {
    // Harmless at first: a new toxic hits every connection until its toxicity is set.
    update(proxy.toxics().slowClose(name(), direction(), 0));
  }

  @Override
  public boolean matches(Toxic toxic) {
    return toxic instanceof SlowClose present
        && present.getName().equals(name())
        && present.getStream() == direction()
        && present.getToxicity() == toxicity
        && present.getDelay() == millis;
  }

  @Override
  public void update(Toxic toxic) throws IOException {
    ToxicSpec.setToxicity(toxic, toxicity);
    ((SlowClose) toxic).setDelay(millis);
  }
}
