package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.ResetPeer;
import java.io.IOException;

/**
 * Toxiproxy's {@code reset_peer}: while it is there, every connection that is made then ends with a
 * reset.
 *
 * @param toxicity 1 ends it at the first byte; 0 leaves the end to the other toxics, and it is
 *     still a reset
 */
record ResetPeerToxic(float toxicity) implements ToxicSpec {

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public ToxicDirection direction() {
    return ToxicDirection.DOWNSTREAM;
  }

  @Override
  public void addTo(Proxy proxy) throws IOException {
    update(proxy.toxics().resetPeer(name(), direction(), 0));
  }

  @Override
  public boolean matches(Toxic toxic) {
    return toxic instanceof ResetPeer present
        && present.getName().equals(name())
        && present.getStream() == direction()
        && present.getToxicity() == toxicity
        && present.getTimeout() == 0;
  }

  @Override
  public void update(Toxic toxic) throws IOException {
    ToxicSpec.setToxicity(toxic, toxicity);
  }
}
