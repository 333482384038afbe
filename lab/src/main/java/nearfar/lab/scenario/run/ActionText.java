package nearfar.lab.scenario.run;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nearfar.lab.Side;
import nearfar.lab.scenario.Action;

/** An action as text for the report. */
public final class ActionText {
  private ActionText() {}

  /** Such as {@code cut}, {@code fault reset}, {@code kill server}, {@code 5 far clients}. */
  public static String of(Action action) {
    return switch (action) {
      case Action.ChangeLink change -> link(change.words());
      case Action.Kill kill -> "kill " + kill.part();
      case Action.Stop stop -> "stop " + stop.part();
      case Action.Start start -> "start " + start.part();
      case Action.MoreClients more ->
          "%d %s clients".formatted(more.count(), more.side() == Side.NEAR ? "near" : "far");
    };
  }

  static String link(Map<String, String> words) {
    Map<String, String> rest = new TreeMap<>(words);
    String profile = rest.remove("PROFILE");
    String numbers =
        rest.entrySet().stream()
            .map(word ->
                word.getKey().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + word.getValue())
            .collect(Collectors.joining(", "));
    return profile == null || profile.equals("custom")
        ? numbers
        : numbers.isEmpty() ? profile : profile + ", " + numbers;
  }
}
