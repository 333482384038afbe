package nearfar.networks.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.networks.link.Link;

/**
 * What was asked of a link, and what it did. Data, safe for use by any thread.
 *
 * @param link what was asked
 * @param down what it does towards the clients
 * @param up what it does towards the server
 * @param circumstances under what it was measured
 */
public record Calibration(Link link, Way down, Way up, Circumstances circumstances) {

  /** Both directions. */
  public List<Way> ways() {
    return List.of(down, up);
  }

  /**
   * Why nothing should be judged over this link: how far it is from what was asked, in figures, and
   * the likely cause; nothing if it can be trusted.
   */
  public Optional<String> doubt() {
    String doubts =
        Stream.concat(
                ways().stream().flatMap(way -> Judgement.of(way).stream()),
                circumstances.heldBack().stream())
            .collect(Collectors.joining("; "));
    return doubts.isEmpty() ? Optional.empty() : Optional.of(because(doubts));
  }

  /** The same of one direction, {@link #down} or {@link #up}. */
  public Optional<String> doubt(Way way) {
    return Judgement.of(way).or(circumstances::heldBack).map(this::because);
  }

  /** The same, with what was found out about the gateway's CPU quota. */
  public Calibration withGateway(Quota quota) {
    return new Calibration(link, down, up, circumstances.withGateway(quota));
  }

  private String because(String doubts) {
    return "%s: %s; %s".formatted(link.name(), doubts, circumstances.likelyCause());
  }
}
