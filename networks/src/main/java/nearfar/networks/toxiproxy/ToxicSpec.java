package nearfar.networks.toxiproxy;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;

/** The specification of one toxic, which can also add it to a proxy. */
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

  /** Whether a toxic has this kind and these attributes. */
  boolean matches(Toxic toxic);

  /** Changes the attributes of a toxic of this name and kind, also under traffic. */
  void update(Toxic toxic) throws IOException;

  /** Changes the share of connections that a toxic hits, if it differs. */
  static void setToxicity(Toxic toxic, float toxicity) throws IOException {
    if (toxic.getToxicity() != toxicity) {
      toxic.setToxicity(toxicity);
    }
  }
}
