package nearfar.client.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What one network namespace saw: the connections that began while tcpdump listened there, in the
 * order of their first SYN. Bounded, so that a capture of any size is read in little memory; the
 * ladder shows one of the first.
 */
final class CapturePoint {

  private static final int MOST_FLOWS = 2000;
  private static final int MOST_SEGMENTS = 100;

  private final String name;
  private final SequencedMap<Flow, List<Segment>> flows = new LinkedHashMap<>();

  private CapturePoint(String name) {
    this.name = name;
  }

  /** Of a pcap file, read to its end. */
  static CapturePoint read(String name, InputStream pcap) throws IOException {
    CapturePoint place = new CapturePoint(name);
    Pcap.read(pcap, place::add);
    return place;
  }

  private void add(Segment segment) {
    Flow flow = segment.flow();
    List<Segment> segments = flows.get(flow);
    if (segments == null) {
      segments = flows.get(flow.reversed());
    }
    if (segments == null && segment.opens() && flows.size() < MOST_FLOWS) {
      segments = new ArrayList<>();
      flows.put(flow, segments);
    }
    if (segments != null && segments.size() < MOST_SEGMENTS) {
      segments.add(segment);
    }
  }

  /** Such as {@code client-wan-1}. */
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
