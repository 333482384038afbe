package nearfar.checker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program printed, where that has to be numbers and nothing else. */
final class Numbers {
  private Numbers() {}

  /** They, or nothing if there are others than so many, or something besides. */
  static Optional<List<Double>> of(Run run, int count) {
    List<String> words = Stream.of(run.printed().strip().split("\\s+", -1)).toList();
    if (words.size() != count
        || !words.stream().allMatch(word -> word.matches("\\d{1,15}([.]\\d{0,20})?"))) {
      return Optional.empty();
    }
    return Optional.of(words.stream().map(Double::valueOf).toList());
  }
}
