package nearfar.client.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The capture of one network namespace: the connections that began during the capture, in the order
 * of their first SYN. The number of flows and segments is limited, which limits the memory for a
 * large capture; the diagram shows one of the first flows.
 */
final class CapturePoint {

  private static final int MAX_FLOWS = 2000;
  private static final int MAX_SEGMENTS = 100;

  private final String name;
  private final SequencedMap<Flow, List<Segment>> flows = new LinkedHashMap<>();

  private CapturePoint(String name) {
    this.name = name;
  }

  /** Reads a pcap file to its end. */
  static CapturePoint read(String name, InputStream pcap) throws IOException {
    CapturePoint capturePoint = new CapturePoint(name);
    Pcap.read(pcap, capturePoint::add);
    return capturePoint;
  }

  private void add(Segment segment) {
    Flow flow = segment.flow();
    List<Segment> segments = flows.get(flow);
    if (segments == null) {
      segments = flows.get(flow.reversed());
    }
    if (segments == null && segment.opens() && flows.size() < MAX_FLOWS) {
      segments = new ArrayList<>();
      flows.put(flow, segments);
    }
    if (segments != null && segments.size() < MAX_SEGMENTS) {
      segments.add(segment);
    }
  }

  /** The container's name, such as {@code client-wan-1}. */
  String name() {
    return name;
  }

  SequencedMap<Flow, List<Segment>> flows() {
    return Collections.unmodifiableSequencedMap(flows);
  }

  boolean saw(Flow flow) {
    return flows.containsKey(flow);
  }

  List<Segment> segments(Flow flow) {
    return flows.getOrDefault(flow, List.of());
  }
}
