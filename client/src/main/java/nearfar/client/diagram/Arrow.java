package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment between two neighbouring capture points. Times are as in {@link Segment}.
 *
 * @param span index of the pair of capture points, 0 for the leftmost
 * @param left time at the left capture point, or null if it was not captured there
 * @param right time at the right capture point, or null if it was not captured there
 * @param toTheRight whether the segment was sent from left to right
 */
record Arrow(
    int span, Segment segment, boolean toTheRight, @Nullable Long left, @Nullable Long right) {

  /** All segments of the flow. A segment that was captured at both points becomes one arrow. */
  static List<Arrow> between(int span, Flow flow, CapturePoint left, CapturePoint right) {
    List<Segment> seenRight = new ArrayList<>(right.segments(flow));
    List<Arrow> arrows = new ArrayList<>();
    for (Segment segment : left.segments(flow)) {
      Segment match = removeMatch(segment, seenRight);
      arrows.add(of(span, flow, segment, segment, match));
    }
    for (Segment segment : seenRight) {
      arrows.add(of(span, flow, segment, null, segment));
    }
    return arrows;
  }

  private static Arrow of(
      int span, Flow flow, Segment any, @Nullable Segment left, @Nullable Segment right) {
    return new Arrow(
        span,
        any,
        any.from().equals(flow.client()),
        left == null ? null : left.nanos(),
        right == null ? null : right.nanos());
  }

  private static @Nullable Segment removeMatch(Segment segment, List<Segment> others) {
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i).isSameAs(segment)) {
        return others.remove(i);
      }
    }
    return null;
  }

  boolean seenAtBothEnds() {
    return left != null && right != null;
  }

  /** The time at the sender's side, or at the receiver's side if the former is missing. */
  long sent() {
    Long first = toTheRight ? left : right;
    return first != null ? first : segment.nanos();
  }
}
