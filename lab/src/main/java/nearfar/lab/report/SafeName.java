package nearfar.lab.report;

import java.util.Locale;

/** A title as the name of a file, on every file system. */
final class SafeName {
  private static final int LONGEST = 80;

  private SafeName() {}

  static String of(String title) {
    String plain = title.strip().replace(' ', '-');
    String safe = plain.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    if (safe.length() > LONGEST) {
      safe = safe.substring(0, LONGEST);
    }
    if (safe.equals(plain) && !safe.isEmpty()) {
      return safe;
    }
    // Titles that differ only in replaced characters must not share a file.
    String mark = String.format(Locale.ROOT, "%08x", title.hashCode());
    return safe.isEmpty() ? mark : safe + "-" + mark;
  }
}
