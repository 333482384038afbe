package nearfar.checker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The output of a program that has to print numbers and nothing else. */
final class PrintedNumbers {
  private PrintedNumbers() {}

  /**
   * The numbers; empty if the output has another count of words, or a word that is not a number.
   */
  static Optional<List<Double>> of(Run run, int count) {
    List<String> words = Stream.of(run.printed().strip().split("\\s+", -1)).toList();
    if (words.size() != count
        || !words.stream().allMatch(word -> word.matches("\\d{1,15}([.]\\d{0,20})?"))) {
      return Optional.empty();
    }
    return Optional.of(words.stream().map(Double::valueOf).toList());
  }
}
