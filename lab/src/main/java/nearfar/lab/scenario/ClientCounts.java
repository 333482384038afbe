package nearfar.lab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nearfar.lab.Side;

/** The number of clients on each side. */
record ClientCounts(int near, int far) {
  private static final String PARTITION = "partition:";

  ClientCounts with(Side side, int count) {
    return side == Side.NEAR ? new ClientCounts(count, far) : new ClientCounts(near, count);
  }

  /** After all steps up to a moment. */
  ClientCounts by(Duration moment, List<StepDraft> drafts) {
    ClientCounts counts = this;
    for (StepDraft draft : drafts) {
      if (draft.isBy(moment) && draft.action() instanceof Action.MoreClients more) {
        counts = counts.with(more.side(), more.count());
      }
    }
    return counts;
  }

  List<String> clients() {
    return Stream.concat(names(Side.NEAR, near), names(Side.FAR, far)).toList();
  }

  /** The parts that a step can kill and stop. */
  List<String> parts() {
    return Stream.concat(Stream.of("server", "wan-gateway"), clients().stream()).toList();
  }

  private static Stream<String> names(Side side, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> side.service() + "-" + number);
  }

  /** The clients that a link's partition faults cut off. */
  static List<String> partitioned(Map<String, String> words) {
    return Stream.of(words.getOrDefault("FAULT", "").split(","))
        .filter(fault -> fault.startsWith(PARTITION))
        .flatMap(fault -> Stream.of(fault.substring(PARTITION.length()).split("[+]")))
        .toList();
  }
}
