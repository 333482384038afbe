package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;

/** One toxic as it ought to stand on a proxy: a value, that can also put itself there. */
sealed interface ToxicSpec
    permits LatencyToxic,
        BandwidthToxic,
        SlicerToxic,
        LimitDataToxic,
        SlowCloseToxic,
        ResetPeerToxic {

  /** The toxic's name on the proxy; unique there. */
  String name();

  /** The direction whose traffic it changes. */
  ToxicDirection direction();

  /** Adds the toxic at the end of its direction's list. */
  void addTo(Proxy proxy) throws IOException;

  /** Whether that toxic is this one, attribute by attribute. */
  boolean is(Toxic toxic);

  /** Changes the attributes of a toxic of this name and kind, under whatever passes it. */
  void patch(Toxic toxic) throws IOException;

  /** Changes the share of connections that a toxic hits, where it is another. */
  static void hit(Toxic toxic, float toxicity) throws IOException {
    if (toxic.getToxicity() != toxicity) {
      toxic.setToxicity(toxicity);
    }
  }
}
