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
    // Harmless at first: as it is added it hits every connection, and only then a share of them.
    patch(proxy.toxics().slowClose(name(), direction(), 0));
  }

  @Override
  public boolean is(Toxic toxic) {
    return toxic instanceof SlowClose present
        && present.getName().equals(name())
        && present.getStream() == direction()
        && present.getToxicity() == toxicity
        && present.getDelay() == millis;
  }

  @Override
  public void patch(Toxic toxic) throws IOException {
    ToxicSpec.hit(toxic, toxicity);
    ((SlowClose) toxic).setDelay(millis);
  }
}
