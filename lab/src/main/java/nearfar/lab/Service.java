package nearfar.lab;

import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** What answers the clients: the greeter, or a TCP service that nobody here wrote. */
public sealed interface Service {

  /** The port at which it listens, and at which both sides find it under the name server. */
  int port();

  /** What a client sends when it is connected, with escapes; null for nothing. */
  default @Nullable String send() {
    return null;
  }

  /**
   * What in the answer makes it a greeting and ends the exchange, with escapes; null to read until
   * the end.
   */
  default @Nullable String expect() {
    return null;
  }

  /**
   * The lab's own server.
   *
   * @param greeting what it says, not empty; it ends with a line feed whether or not this does
   */
  record Greeter(String greeting) implements Service {
    public Greeter {
      if (greeting.isEmpty()) {
        throw new IllegalArgumentException("the greeting is empty: give one, or leave it out");
      }
    }

    @Override
    public int port() {
      return 4444;
    }
  }

  /**
   * A service in an image, which runs as its image says.
   *
   * @param image its name, at hand or to be pulled
   * @param port 1 to 65535
   * @param send text with the escapes {@code \\r \\n \\t \\\\ \\xHH}, at most 16 KiB; null or empty
   *     for nothing
   * @param expect the same; it ends the exchange also where the service keeps its connections open
   */
  record Image(String image, int port, @Nullable String send, @Nullable String expect)
      implements Service {
    public Image {
      if (image.isBlank()) {
        throw new IllegalArgumentException("the service's image has a blank name");
      }
      Words.require(port, send, expect);
    }

    /** A service that greets by itself, and closes. */
    public Image(String image, int port) {
      this(image, port, null, null);
    }
  }

  /**
   * A container of the caller's, started or not; who made it closes it.
   *
   * @param send see {@link Image}
   * @param expect see {@link Image}
   */
  record Container(
      GenericContainer<?> container, int port, @Nullable String send, @Nullable String expect)
      implements Service {
    public Container {
      Words.require(port, send, expect);
    }

    /** A service that greets by itself, and closes. */
    public Container(GenericContainer<?> container, int port) {
      this(container, port, null, null);
    }
  }
}
