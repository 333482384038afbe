package nearfar.checker;

import java.util.List;

/**
 * What the checker's server does with each connection in turn. Further connections are treated as
 * the last one.
 *
 * @param greeting what it sends to a client that it greets
 */
record ServerScript(String greeting, List<Act> acts) {

  enum Act {
    GREET,
    /** Closes without sending a byte. */
    CLOSE,
    RESET,
    /** Sends nothing and stays open. */
    SILENCE
  }

  ServerScript {
    acts = List.copyOf(acts);
    if (acts.isEmpty()) {
      throw new IllegalArgumentException("a script has at least one act");
    }
  }

  /** The act for a connection, counted from 0. */
  Act act(int connection) {
    return acts.get(Math.min(connection, acts.size() - 1));
  }
}
