package nearfar.lab.scenario;

import java.util.List;
import java.util.Map;

/**
 * How to run the scenario without its cause. The run must fail at exactly the expectations in
 * {@code fails}.
 *
 * @param without the names of steps that are left out
 * @param link a starting link that replaces the scenario's, as variables of {@code make wan}; empty
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
