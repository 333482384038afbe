package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selects the most complete exchanges of a capture. */
final class SequenceDiagrams {

  /**
   * A far exchange.
   *
   * @param upstream how many of the gateway's connections to the server may belong to it
   * @param gapNanos the time since the gateway's previous far connection; a long gap makes the
   *     assignment reliable
   */
  private record Candidate(SequenceDiagram diagram, int upstream, long gapNanos) {}

  private SequenceDiagrams() {}

  /** The first complete exchange; otherwise the first exchange. */
  static Optional<SequenceDiagram> near(CapturePoint client, CapturePoint server) {
    List<SequenceDiagram> all =
        client.flows().keySet().stream()
            .map(flow -> SequenceDiagram.near(flow, client, server))
            .toList();
    return all.stream()
        .filter(diagram -> diagram.isComplete() && server.saw(diagram.flow()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /**
   * The complete exchange with the longest gap before it and exactly one candidate for the
   * gateway's connection to the server; otherwise the first complete exchange; otherwise the first.
   */
  static Optional<SequenceDiagram> far(
      CapturePoint client, CapturePoint gateway, CapturePoint server) {
    List<Candidate> all = candidates(client, gateway, server);
    Candidate best = null;
    for (Candidate each : all) {
      if (each.diagram().isComplete()
          && each.upstream() == 1
          && (best == null || each.gapNanos() > best.gapNanos())) {
        best = each;
      }
    }
    return best != null
        ? Optional.of(best.diagram())
        : all.stream()
            .filter(each -> each.diagram().isComplete())
            .findFirst()
            .or(() -> all.stream().findFirst())
            .map(Candidate::diagram);
  }

  private static List<Candidate> candidates(
      CapturePoint client, CapturePoint gateway, CapturePoint server) {
    List<Candidate> candidates = new ArrayList<>();
    List<Flow> fromClients = new ArrayList<>();
    List<Flow> upstream = new ArrayList<>();
    for (Flow flow : gateway.flows().sequencedKeySet()) {
      (server.saw(flow) ? upstream : fromClients).add(flow);
    }
    for (Map.Entry<Flow, List<Segment>> entry : client.flows().entrySet()) {
      Flow flow = entry.getKey();
      int at = fromClients.indexOf(flow);
      if (at < 0) {
        candidates.add(
            new Candidate(SequenceDiagram.far(flow, List.of(), client, gateway, server), 0, 0));
        continue;
      }
      long from = begin(gateway, fromClients.get(at));
      long previous = at == 0 ? from : begin(gateway, fromClients.get(at - 1));
      long to =
          at + 1 == fromClients.size() ? Long.MAX_VALUE : begin(gateway, fromClients.get(at + 1));
      List<Flow> assigned =
          upstream.stream()
              .filter(each -> begin(gateway, each) >= from && begin(gateway, each) < to)
              .toList();
      candidates.add(
          new Candidate(
              SequenceDiagram.far(
                  flow, assigned.size() == 1 ? assigned : List.of(), client, gateway, server),
              assigned.size(),
              from - previous));
    }
    return candidates;
  }

  private static long begin(CapturePoint capturePoint, Flow flow) {
    return capturePoint.segments(flow).getFirst().nanos();
  }
}
