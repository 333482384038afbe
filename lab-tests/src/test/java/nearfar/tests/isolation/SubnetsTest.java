package nearfar.tests.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;

/** A lab, its Prometheus and the lab of its exercises' checks stand beside each other. */
class SubnetsTest {
  private static final Pattern SUBNET =
      Pattern.compile("subnet: \\$\\{SUBNET:-10\\.44\\.0}\\.(\\d+)/(\\d+)");

  /** The last numbers of a network's addresses. */
  private record Range(String name, int first, int last) {
    boolean overlaps(Range other) {
      return first <= other.last && other.first <= last;
    }
  }

  @Test
  void noNetworkOfTheComposeFilesHasAnAddressOfAnother() throws IOException {
    List<Range> ranges = new ArrayList<>();
    for (String file : List.of("docker-compose.yml", "scripts/compose/check.yml")) {
      SUBNET
          .matcher(Files.readString(Command.sources().resolve(file)))
          .results()
          .forEach(found -> {
            int first = Integer.parseInt(found.group(1));
            int size = 1 << (32 - Integer.parseInt(found.group(2)));
            ranges.add(new Range(file + " ." + first, first, first + size - 1));
          });
    }
    assertEquals(10, ranges.size());
    assertEquals(
        List.of(),
        ranges.stream()
            .flatMap(one ->
                ranges.stream()
                    .filter(other -> !one.equals(other) && one.overlaps(other))
                    .map(other -> one.name() + " and " + other.name()))
            .toList());
    assertEquals(
        List.of(),
        Stream.concat(ranges.stream().map(Range::first), ranges.stream().map(Range::last))
            .filter(number -> number < 0 || number > 255)
            .toList());
  }
}
