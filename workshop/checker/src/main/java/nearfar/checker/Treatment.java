package nearfar.checker;

import java.util.List;

/**
 * How the judge's own server treats those who connect, one after the other; all further ones as the
 * last.
 *
 * @param greeting what it says to whom it greets
 */
record Treatment(String greeting, List<Act> acts) {

  enum Act {
    GREET,
    /** An orderly end without a byte. */
    CLOSE,
    RESET,
    /** Neither a byte nor an end. */
    SILENCE
  }

  Treatment {
    acts = List.copyOf(acts);
    if (acts.isEmpty()) {
      throw new IllegalArgumentException("a server does something with those who connect");
    }
  }

  /** Of the connection counted from 0. */
  Act act(int connection) {
    return acts.get(Math.min(connection, acts.size() - 1));
  }
}
