package nearfar.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When the attendee's client connected to the checker's server.
 *
 * @param millis of each connection, since the first one
 */
record Attempts(List<Long> millis) {

  Attempts {
    millis = List.copyOf(millis);
  }

  static Attempts of(Run run) {
    List<Long> millis = new ArrayList<>();
    for (String line : run.received().lines().toList()) {
      if (line.matches("\\d{1,9} [a-z]+")) {
        millis.add(Long.valueOf(line.substring(0, line.indexOf(' '))));
      }
    }
    return new Attempts(millis);
  }

  int count() {
    return millis.size();
  }

  List<Long> pauses() {
    return IntStream.range(1, count()).mapToObj(i -> millis.get(i) - millis.get(i - 1)).toList();
  }
}
