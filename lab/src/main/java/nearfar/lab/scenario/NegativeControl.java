package nearfar.lab.scenario;

import java.util.List;
import java.util.Map;

/**
 * How the scenario becomes one without its cause, which must fail at exactly the expectations that
 * it names.
 *
 * @param without the names of steps that are left out
 * @param link a starting link in place of the scenario's, in the words of {@code make wan}; empty
 *     keeps it
 * @param fails the names of the expectations that have to fail; all others have to hold
 */
public record NegativeControl(List<String> without, Map<String, String> link, List<String> fails) {
  public NegativeControl {
    without = List.copyOf(without);
    link = Map.copyOf(link);
    fails = List.copyOf(fails);
  }
}
