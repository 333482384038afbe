package nearfar.lab;

import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** What answers the clients: the greeter, or a TCP service that nobody here wrote. */
public sealed interface Service {

  /** The port at which it listens, and at which both sides find it under the name server. */
  int port();

  /**
   * The lab's own server.
   *
   * @param greeting what it says; it ends with a line feed whether or not this does
   */
  record Greeter(String greeting) implements Service {
    @Override
    public int port() {
      return 4444;
    }
  }

  /**
   * A service in an image, which runs as its image says.
   *
   * @param send what a client sends when it is connected; null for nothing
   * @param expect the words in the answer that make it a greeting, and end the exchange where the
   *     service keeps its connections open; null to read until the end
   */
  record Image(String image, int port, @Nullable String send, @Nullable String expect)
      implements Service {}

  /**
   * A container of the caller's, started or not; who made it closes it.
   *
   * @param send see {@link Image}
   * @param expect see {@link Image}
   */
  record Container(
      GenericContainer<?> container, int port, @Nullable String send, @Nullable String expect)
      implements Service {}
}
