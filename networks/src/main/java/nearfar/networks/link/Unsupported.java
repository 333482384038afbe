package nearfar.networks.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people rightly ask of a link and no proxy for streams can do; docs/the-link.md tells why.
 */
public final class Unsupported {
  /** As they are called in files; on command lines they are written big. */
  public static final List<String> FIELDS =
      List.of("loss", "reorder", "duplicate", "corrupt", "limit");

  private Unsupported() {}

  /** Why a field of that name cannot be had, if it is one of those. */
  public static Optional<String> why(String field) {
    return FIELDS.contains(field.toLowerCase(Locale.ROOT))
        ? Optional.of(
            "Toxiproxy passes on streams: it has no packets to lose, reorder, copy or spoil")
        : Optional.empty();
  }
}
