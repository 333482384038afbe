package nearfar.networks.link;

/**
 * A link between the far clients and the server.
 *
 * @param name a profile's name, or {@code custom}
 * @param down the impairment towards the clients
 * @param up the impairment towards the server
 */
public record Link(String name, Impairment down, Impairment up) {
  /** The unimpaired path. */
  public static final Link NOTHING_ADDED = new Link("perfect", Impairment.NONE, Impairment.NONE);

  /** One line: both directions, and whether a rate counts per connection. */
  public String summary() {
    if (down.equals(Impairment.NONE) && up.equals(Impairment.NONE)) {
      return name + ": nothing added";
    }
    boolean limited = down.rate() != null || up.rate() != null;
    return "%s: down %s, up %s%s".formatted(name, down, up, limited ? ", per connection" : "");
  }
}
