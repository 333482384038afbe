package nearfar.networks.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Impairments that a proxy for streams cannot make; docs/faults.md explains why. */
public final class Unsupported {
  private static final String NO_PACKETS =
      "Toxiproxy passes on streams: it has no packets to lose, reorder, copy or spoil";
  private static final String NO_DATAGRAMS =
      "Toxiproxy passes on streams of TCP, and no UDP: nothing of it crosses this link";
  private static final String NO_HANDSHAKE =
      "Toxiproxy takes a connection before it can delay it: connecting never takes longer here,"
          + " DOWN= and UP= delay what follows";

  private static final Map<String, String> REASONS = new TreeMap<>();

  static {
    List.of("loss", "reorder", "duplicate", "corrupt", "limit")
        .forEach(field -> REASONS.put(field, NO_PACKETS));
    REASONS.put("udp", NO_DATAGRAMS);
    List.of("handshake", "connect-delay").forEach(field -> REASONS.put(field, NO_HANDSHAKE));
  }

  private Unsupported() {}

  /** The names of all unsupported impairments, as in files. */
  public static Set<String> names() {
    return Set.copyOf(REASONS.keySet());
  }

  /**
   * Why an impairment of that name is unsupported; empty if it is not one of these.
   *
   * @param field as in files, or in capitals as on command lines
   */
  public static Optional<String> why(String field) {
    return Optional.ofNullable(REASONS.get(field.toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
