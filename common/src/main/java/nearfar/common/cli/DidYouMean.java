package nearfar.common.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds words that a misspelt word may stand for. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * Returns up to three of the words, the nearest to {@code word} first, without those that differ
   * too much.
   */
  public static List<String> of(String word, Collection<String> words) {
    int bound = Math.max(2, word.length() / 2);
    return words.stream()
        .filter(candidate -> distance(word, candidate) <= bound)
        .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .limit(3)
        .toList();
  }

  /** Returns the end of an error message: the nearest words, or all words if none is near. */
  public static String hint(String word, Collection<String> words) {
    List<String> near = of(word, words);
    return near.isEmpty()
        ? "known are " + String.join(", ", words)
        : "did you mean " + String.join(" or ", near) + "?";
  }

  /**
   * The number of letters to insert, delete or replace, ignoring case (V. I. Levenshtein, 1966).
   */
  private static int distance(String word, String other) {
    String from = word.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
