package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.LimitData;
import java.io.IOException;

/**
 * Toxiproxy's {@code limit_data}: ends a connection in good order after so many bytes. It counts
 * from the moment when the connection first met it.
 *
 * @param toxicity the share of connections that it hits, 0 to 1
 */
record LimitDataToxic(long bytes, float toxicity) implements ToxicSpec {
  private static final long NO_LIMIT = Long.MAX_VALUE;

  @Override
  public String name() {
    return "limit";
  }

  @Override
  public ToxicDirection direction() {
    return ToxicDirection.DOWNSTREAM;
  }

  @Override
  public void addTo(Proxy proxy) throws IOException {
    // Harmless at first: a new toxic hits every connection until its toxicity is set.
    update(proxy.toxics().limitData(name(), direction(), NO_LIMIT));
  }

  @Override
  public boolean matches(Toxic toxic) {
    return toxic instanceof LimitData present
        && present.getName().equals(name())
        && present.getStream() == direction()
        && present.getToxicity() == toxicity
        && present.getBytes() == bytes;
  }

  @Override
  public void update(Toxic toxic) throws IOException {
    ToxicSpec.setToxicity(toxic, toxicity);
    ((LimitData) toxic).setBytes(bytes);
  }
}
