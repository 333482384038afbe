package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import nearfar.lab.LabInternals;

/**
 * The lab name, ports and sizes that the scripts derive from an attendee's name.
 *
 * @param lab the name of the lab
 * @param metricsDoor a port on 127.0.0.1
 * @param clients near and far
 */
public record Attendee(
    String name, String lab, LabInternals.Addresses addresses, int metricsDoor, String clients) {
  public static Attendee of(String name) {
    return of(name, Map.of());
  }

  /** With these variables, which take precedence over the derived values. */
  public static Attendee of(String name, Map<String, String> variables) {
    Command.Ended told =
        Command.of(
                "sh",
                "-euc",
                ". scripts/lib/lib.sh; . scripts/lab/attendee.sh;"
                    + " printf '%s\\n' $LAB $LAN_PORT $WAN_PORT $METRICS_PORT $SUBNET"
                    + " $LAN_CLIENTS+$WAN_CLIENTS")
            .with(variables)
            .with("AS", name)
            .run();
    assertEquals(0, told.status(), told::toString);
    List<String> words = told.out().lines().toList();
    LabInternals.Addresses addresses =
        new LabInternals.Addresses(
            Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)), words.get(4));
    return new Attendee(
        name, words.getFirst(), addresses, Integer.parseInt(words.get(3)), words.getLast());
  }
}
