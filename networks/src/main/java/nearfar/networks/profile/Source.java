package nearfar.networks.profile;

import java.util.List;

/**
 * Where numbers of a profile come from.
 *
 * @param figures the numbers that it stands for; none where it explains that there is none
 * @param from the source, its numbers as they stand there, and where to find it
 * @param here what was done to its numbers for use here, and what of it is not represented; empty
 *     where there is nothing to say
 */
public record Source(List<LinkParameter> figures, String from, String here) {
  public Source {
    figures = List.copyOf(figures);
    if (from.isBlank()) {
      throw new IllegalArgumentException("a source says where its numbers are from");
    }
  }
}
