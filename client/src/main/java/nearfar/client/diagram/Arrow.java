package nearfar.client.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment between two places.
 *
 * @param span which pair of neighbouring places, 0 for the leftmost
 * @param left when it was seen at the left one, or null if it was not
 * @param right when it was seen at the right one, or null if it was not
 * @param toTheRight whether it was sent from left to right
 */
record Arrow(
    int span, Segment segment, boolean toTheRight, @Nullable Long left, @Nullable Long right) {

  /**
   * All segments of the flow, at most two of each in one: as the left place saw it and as the right
   * one did.
   */
  static List<Arrow> between(int span, Flow flow, CapturePoint left, CapturePoint right) {
    List<Segment> seenRight = new ArrayList<>(right.segments(flow));
    List<Arrow> rungs = new ArrayList<>();
    for (Segment segment : left.segments(flow)) {
      Segment twin = takeLike(segment, seenRight);
      rungs.add(of(span, flow, segment, segment, twin));
    }
    for (Segment segment : seenRight) {
      rungs.add(of(span, flow, segment, null, segment));
    }
    return rungs;
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

  private static @Nullable Segment takeLike(Segment segment, List<Segment> others) {
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i).isLike(segment)) {
        return others.remove(i);
      }
    }
    return null;
  }

  boolean seenAtBothEnds() {
    return left != null && right != null;
  }

  /** When its sender sent it, or, where that was not seen, when it arrived. */
  long sent() {
    Long first = toTheRight ? left : right;
    return first != null ? first : segment.nanos();
  }
}
