package nearfar.lab.scenario;

import java.util.List;

/**
 * Selects the clients whose exchanges count.
 *
 * @param names one or more of {@code near}, {@code far}, {@code all}, and clients such as {@code
 *     client-wan-2}
 */
public record ClientSelector(List<String> names) {
  public ClientSelector {
    names = List.copyOf(names);
  }
}
