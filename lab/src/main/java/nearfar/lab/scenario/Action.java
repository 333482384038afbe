package nearfar.lab.scenario;

import java.util.Map;
import nearfar.lab.Side;

/** What a step does. */
public sealed interface Action {

  /**
   * Changes the link: a profile, numbers, faults, {@code cut}, {@code heal}.
   *
   * @param words variables of {@code make wan}, such as {@code PROFILE=lte} and {@code
   *     FAULT=sliced}
   */
  record ChangeLink(Map<String, String> words) implements Action {
    public ChangeLink {
      words = Map.copyOf(words);
    }
  }

  /**
   * Kills a part's process, as a crash would; Docker starts it again.
   *
   * @param part {@code server}, {@code wan-gateway}, or a client such as {@code client-wan-2}
   */
  record Kill(String part) implements Action {}

  /** Stops a part in good order, until a step starts it. */
  record Stop(String part) implements Action {}

  /** Starts a part that was stopped. */
  record Start(String part) implements Action {}

  /**
   * Adds clients to a side.
   *
   * @param count the side's clients afterwards, the earlier ones included
   */
  record MoreClients(Side side, int count) implements Action {}
}
