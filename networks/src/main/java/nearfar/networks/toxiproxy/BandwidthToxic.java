package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Bandwidth;
import java.io.IOException;

/**
 * Toxiproxy's {@code bandwidth}: for each connection by itself, in KB/s, where 1 KB is 1000 bytes.
 */
record BandwidthToxic(String name, ToxicDirection direction, long kilobytesPerSecond)
    implements ToxicSpec {

  @Override
  public void addTo(Proxy proxy) throws IOException {
    proxy.toxics().bandwidth(name, direction, kilobytesPerSecond);
  }

  @Override
  public boolean matches(Toxic toxic) {
    return toxic instanceof Bandwidth bandwidth
        && bandwidth.getName().equals(name)
        && bandwidth.getStream() == direction
        && bandwidth.getToxicity() == 1
        && bandwidth.getRate() == kilobytesPerSecond;
  }

  @Override
  public void update(Toxic toxic) throws IOException {
    ((Bandwidth) toxic).setRate(kilobytesPerSecond);
  }
}
