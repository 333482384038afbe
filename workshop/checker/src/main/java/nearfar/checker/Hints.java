package nearfar.checker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hints: three for each finding, each more direct than the one before. */
final class Hints {
  static final int STEPS = 3;

  private final Map<String, List<String>> byKey = new HashMap<>();

  /** The hints of a lesson, which override those of all lessons. */
  static Hints of(Exercises exercise) {
    Hints hints = new Hints();
    hints.read("hints.txt");
    hints.read("hints-" + exercise.lesson() + ".txt");
    return hints;
  }

  private void read(String name) {
    try (InputStream stream = Objects.requireNonNull(Hints.class.getResourceAsStream(name), name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> hints = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          hints = new ArrayList<>();
          byKey.put(line.substring(1, line.indexOf(']')), hints);
        } else if (!line.isBlank()) {
          hints.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The hint for a finding.
   *
   * @param step from 1; a higher number than the last gives the last
   */
  String hint(String key, int step) {
    List<String> hints = byKey.get(key);
    if (hints == null || hints.size() != STEPS) {
      throw new IllegalArgumentException("there are not " + STEPS + " hints for \"" + key + "\"");
    }
    return hints.get(Math.clamp(step, 1, STEPS) - 1);
  }

  Map<String, List<String>> all() {
    return Map.copyOf(byKey);
  }
}
