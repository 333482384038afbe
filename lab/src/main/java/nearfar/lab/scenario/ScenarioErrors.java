package nearfar.lab.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All errors of a file that is not a valid scenario. */
public final class ScenarioErrors extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ScenarioError> errors;

  /**
   * Sorts the errors by their lines.
   *
   * @param errors one or more
   */
  ScenarioErrors(List<ScenarioError> errors) {
    super(errors.stream().sorted(BY_LINE).map(Object::toString).collect(Collectors.joining("\n")));
    this.errors = errors.stream().sorted(BY_LINE).toList();
  }

  private static final Comparator<ScenarioError> BY_LINE =
      Comparator.comparingInt(ScenarioError::line);

  /** All of them, by line; the message has one in each of its lines. */
  public List<ScenarioError> errors() {
    return errors;
  }
}
