package nearfar.networks.control;

/** What is asked of the link besides how good it is. */
enum State {
  /** Traffic passes, as the link's two directions let it. */
  UP,
  /** No byte crosses in either direction; nothing is refused and nothing ends. */
  CUT,
  /** New connections are refused, and the open ones end. */
  REFUSED;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
