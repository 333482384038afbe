package nearfar.lab.scenario;

import java.util.Map;
import nearfar.lab.Side;

/** What a step does. */
public sealed interface Action {

  /**
   * Changes the link: a profile, numbers, faults, {@code cut}, {@code heal}.
   *
   * @param words those of {@code make wan}, such as {@code PROFILE=lte} and {@code FAULT=sliced}
   */
  record ChangeLink(Map<String, String> words) implements Action {
    public ChangeLink {
      words = Map.copyOf(words);
    }
  }

  /**
   * Kills a part's process, as a crash would; the engine starts it again.
   *
   * @param part {@code server}, {@code wan-gateway}, or a client such as {@code client-wan-2}
   */
  record Kill(String part) implements Action {}

  /** Stops a part, in good order; it stays away until it is started. */
  record Stop(String part) implements Action {}

  /** Starts a part that was stopped. */
  record Start(String part) implements Action {}

  /**
   * Has more clients on a side.
   *
   * @param count how many there are then
   */
  record MoreClients(Side side, int count) implements Action {}
}
