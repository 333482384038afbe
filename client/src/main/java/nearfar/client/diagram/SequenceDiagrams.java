package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses, of all that was captured, the exchanges that show most. */
final class SequenceDiagrams {

  /**
   * A far exchange, and how long before it the gateway had seen no other begin: alone it cannot be
   * mistaken.
   */
  private record Candidate(SequenceDiagram ladder, int onwards, long aloneFor) {}

  private SequenceDiagrams() {}

  /** The first exchange that is there from end to end; else the first that has begun. */
  static Optional<SequenceDiagram> near(CapturePoint client, CapturePoint server) {
    List<SequenceDiagram> all =
        client.flows().keySet().stream()
            .map(flow -> SequenceDiagram.near(flow, client, server))
            .toList();
    return all.stream()
        .filter(ladder -> ladder.isComplete() && server.saw(ladder.flow()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /**
   * The exchange that is there from end to end and began at the greatest distance from the one
   * before, so that the gateway's connection to the server is surely its own; else the first that
   * has begun.
   */
  static Optional<SequenceDiagram> far(
      CapturePoint client, CapturePoint gateway, CapturePoint server) {
    List<Candidate> all = candidates(client, gateway, server);
    Candidate best = null;
    for (Candidate each : all) {
      if (each.ladder().isComplete()
          && each.onwards() == 1
          && (best == null || each.aloneFor() > best.aloneFor())) {
        best = each;
      }
    }
    return best != null
        ? Optional.of(best.ladder())
        : all.stream()
            .filter(each -> each.ladder().isComplete())
            .findFirst()
            .or(() -> all.stream().findFirst())
            .map(Candidate::ladder);
  }

  private static List<Candidate> candidates(
      CapturePoint client, CapturePoint gateway, CapturePoint server) {
    List<Candidate> candidates = new ArrayList<>();
    List<Flow> arrived = new ArrayList<>();
    List<Flow> onwards = new ArrayList<>();
    for (Flow flow : gateway.flows().sequencedKeySet()) {
      (server.saw(flow) ? onwards : arrived).add(flow);
    }
    for (Map.Entry<Flow, List<Segment>> entry : client.flows().entrySet()) {
      Flow flow = entry.getKey();
      int at = arrived.indexOf(flow);
      if (at < 0) {
        candidates.add(
            new Candidate(SequenceDiagram.far(flow, List.of(), client, gateway, server), 0, 0));
        continue;
      }
      long from = begin(gateway, arrived.get(at));
      long before = at == 0 ? from : begin(gateway, arrived.get(at - 1));
      long to = at + 1 == arrived.size() ? Long.MAX_VALUE : begin(gateway, arrived.get(at + 1));
      List<Flow> mine =
          onwards.stream()
              .filter(each -> begin(gateway, each) >= from && begin(gateway, each) < to)
              .toList();
      candidates.add(
          new Candidate(
              SequenceDiagram.far(
                  flow, mine.size() == 1 ? mine : List.of(), client, gateway, server),
              mine.size(),
              from - before));
    }
    return candidates;
  }

  private static long begin(CapturePoint place, Flow flow) {
    return place.segments(flow).getFirst().nanos();
  }
}
