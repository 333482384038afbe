package nearfar.networks.profile;

import java.util.List;

/**
 * Where numbers of a profile come from.
 *
 * @param figures the numbers that it supports; empty if it explains why there are none
 * @param from the source, its original numbers, and where to find it
 * @param here how its numbers were adapted, and what is not represented; may be empty
 */
public record Source(List<LinkParameter> figures, String from, String here) {
  public Source {
    figures = List.copyOf(figures);
    if (from.isBlank()) {
      throw new IllegalArgumentException("a source says where its numbers are from");
    }
  }
}
