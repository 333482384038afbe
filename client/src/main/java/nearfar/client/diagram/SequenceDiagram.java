package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One exchange, captured at all points on its path.
 *
 * @param capturePoints from the client to the server
 * @param flow the client's connection
 * @param arrows in the order of sending; the constructor sorts them
 */
record SequenceDiagram(List<CapturePoint> capturePoints, Flow flow, List<Arrow> arrows) {

  SequenceDiagram {
    capturePoints = List.copyOf(capturePoints);
    arrows = arrows.stream().sorted(Comparator.comparingLong(Arrow::sent)).toList();
  }

  static SequenceDiagram near(Flow flow, CapturePoint client, CapturePoint server) {
    return new SequenceDiagram(
        List.of(client, server), flow, Arrow.between(0, flow, client, server));
  }

  /**
   * An exchange through the gateway.
   *
   * @param upstream the gateway's connection to the server; empty if none can be assigned
   */
  static SequenceDiagram far(
      Flow flow,
      List<Flow> upstream,
      CapturePoint client,
      CapturePoint gateway,
      CapturePoint server) {
    List<Arrow> arrows = new ArrayList<>(Arrow.between(0, flow, client, gateway));
    for (Flow flowToServer : upstream) {
      arrows.addAll(Arrow.between(1, flowToServer, gateway, server));
    }
    return new SequenceDiagram(List.of(client, gateway, server), flow, arrows);
  }

  /**
   * Whether the client's capture has the connection's end and no capture point missed a packet. The
   * captures do not start and stop at exactly the same time.
   */
  boolean isComplete() {
    return arrows.stream().allMatch(Arrow::seenAtBothEnds) && clientSawTheEnd();
  }

  private boolean clientSawTheEnd() {
    List<Segment> segments = capturePoints.getFirst().segments(flow);
    return segments.stream().anyMatch(Segment::resets)
        || (segments.stream().anyMatch(each -> each.finishes() && each.from().equals(flow.client()))
            && segments.stream()
                .anyMatch(each -> each.finishes() && each.from().equals(flow.server())));
  }

  /** The time of the client's SYN. */
  long begin() {
    return capturePoints.getFirst().segments(flow).getFirst().nanos();
  }
}
