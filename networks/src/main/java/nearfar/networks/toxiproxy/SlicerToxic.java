package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Slicer;
import java.io.IOException;

/**
 * Toxiproxy's {@code slicer}: passes data on in pieces of a size, some microseconds apart.
 *
 * @param toxicity the share of connections that it hits, 0 to 1
 */
record SlicerToxic(long bytes, long delayMicros, float toxicity) implements ToxicSpec {
  private static final long WHOLE = Integer.MAX_VALUE;

  @Override
  public String name() {
    return "slices";
  }

  @Override
  public ToxicDirection direction() {
    return ToxicDirection.DOWNSTREAM;
  }

  @Override
  public void addTo(Proxy proxy) throws IOException {
    // Harmless at first: a new toxic hits every connection until its toxicity is set.
    update(proxy.toxics().slicer(name(), direction(), WHOLE, delayMicros));
  }

  @Override
  public boolean matches(Toxic toxic) {
    return toxic instanceof Slicer present
        && present.getName().equals(name())
        && present.getStream() == direction()
        && present.getToxicity() == toxicity
        && present.getAverageSize() == bytes
        && present.getSizeVariation() == 0
        && present.getDelay() == delayMicros;
  }

  @Override
  public void update(Toxic toxic) throws IOException {
    ToxicSpec.setToxicity(toxic, toxicity);
    ((Slicer) toxic).setDelay(delayMicros).setAverageSize(bytes);
  }
}
