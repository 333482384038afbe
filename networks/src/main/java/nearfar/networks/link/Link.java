package nearfar.networks.link;

/**
 * A link between the far clients and the server.
 *
 * @param name what people call it: a profile's name, or {@code custom}
 * @param down what happens to data on its way to the clients
 * @param up what happens to data on its way to the server
 */
public record Link(String name, Impairment down, Impairment up) {
  /** The path alone. */
  public static final Link NOTHING_ADDED = new Link("perfect", Impairment.NONE, Impairment.NONE);

  /** One line for people: both directions, and that a rate counts for each connection by itself. */
  public String summary() {
    if (down.equals(Impairment.NONE) && up.equals(Impairment.NONE)) {
      return name + ": nothing added";
    }
    boolean limited = down.rate() != null || up.rate() != null;
    return "%s: down %s, up %s%s".formatted(name, down, up, limited ? ", per connection" : "");
  }
}
