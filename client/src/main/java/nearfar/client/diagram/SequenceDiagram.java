package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One exchange as all the places that it passes have seen it.
 *
 * @param places from the client to the server
 * @param flow the client's connection
 * @param rungs in the order in which they were sent
 */
record SequenceDiagram(List<CapturePoint> places, Flow flow, List<Arrow> rungs) {

  SequenceDiagram {
    places = List.copyOf(places);
    rungs = rungs.stream().sorted(Comparator.comparingLong(Arrow::sent)).toList();
  }

  static SequenceDiagram near(Flow flow, CapturePoint client, CapturePoint server) {
    return new SequenceDiagram(
        List.of(client, server), flow, Arrow.between(0, flow, client, server));
  }

  /**
   * Through the gateway, which opens a connection of its own to the server; so it had before it was
   * cut, or not.
   */
  static SequenceDiagram far(
      Flow flow,
      List<Flow> onwards,
      CapturePoint client,
      CapturePoint gateway,
      CapturePoint server) {
    List<Arrow> rungs = new ArrayList<>(Arrow.between(0, flow, client, gateway));
    for (Flow onward : onwards) {
      rungs.addAll(Arrow.between(1, onward, gateway, server));
    }
    return new SequenceDiagram(List.of(client, gateway, server), flow, rungs);
  }

  /**
   * Whether the client saw it from its SYN to its end, and nobody missed a packet: who listens
   * begins and ends a little before or after the others.
   */
  boolean isComplete() {
    return rungs.stream().allMatch(Arrow::seenAtBothEnds) && endsForTheClient();
  }

  private boolean endsForTheClient() {
    List<Segment> segments = places.getFirst().segments(flow);
    return segments.stream().anyMatch(Segment::resets)
        || (segments.stream().anyMatch(each -> each.finishes() && each.from().equals(flow.client()))
            && segments.stream()
                .anyMatch(each -> each.finishes() && each.from().equals(flow.server())));
  }

  /** When the client sent its SYN. */
  long begin() {
    return places.getFirst().segments(flow).getFirst().nanos();
  }
}
