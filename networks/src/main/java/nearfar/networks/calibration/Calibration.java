package nearfar.networks.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.networks.link.Link;

/**
 * The requested and the measured behaviour of a link. Immutable.
 *
 * @param link the requested link
 * @param down what it does towards the clients
 * @param up what it does towards the server
 * @param conditions the conditions of the measurement
 */
public record Calibration(
    Link link,
    DirectionCalibration down,
    DirectionCalibration up,
    MeasurementConditions conditions) {

  /** Both directions. */
  public List<DirectionCalibration> directions() {
    return List.of(down, up);
  }

  /**
   * Why results over this link are inconclusive: the deviation in numbers and the likely cause;
   * empty if the link is within its tolerance.
   */
  public Optional<String> doubt() {
    String doubts =
        Stream.concat(
                directions().stream().flatMap(direction -> ToleranceCheck.of(direction).stream()),
                conditions.throttling().stream())
            .collect(Collectors.joining("; "));
    return doubts.isEmpty() ? Optional.empty() : Optional.of(withCause(doubts));
  }

  /** The same of one direction, {@link #down} or {@link #up}. */
  public Optional<String> doubt(DirectionCalibration direction) {
    return ToleranceCheck.of(direction).or(conditions::throttling).map(this::withCause);
  }

  /** The same with the gateway's CPU quota. */
  public Calibration withGateway(Quota quota) {
    return new Calibration(link, down, up, conditions.withGateway(quota));
  }

  private String withCause(String doubts) {
    return "%s: %s; %s".formatted(link.name(), doubts, conditions.likelyCause());
  }
}
