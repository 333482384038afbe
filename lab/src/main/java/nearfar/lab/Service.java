package nearfar.lab;

import java.util.Objects;
import nearfar.common.text.EscapedText;
import nearfar.common.units.Port;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** The server of a lab: the greeter, or another TCP service. */
public sealed interface Service {

  /** The port at which it listens; the clients on both sides connect to {@code server} at it. */
  int port();

  /** The text that a client sends after connecting, with escapes; null for none. */
  default @Nullable String send() {
    return null;
  }

  /**
   * The text that completes a greeting and ends the exchange, with escapes; null to read until the
   * end of the stream.
   */
  default @Nullable String expect() {
    return null;
  }

  /**
   * The lab's own server.
   *
   * @param greeting the text that it sends, not empty; the server adds a line feed if there is none
   */
  record Greeter(String greeting) implements Service {
    public Greeter {
      if (greeting.isEmpty()) {
        throw new IllegalArgumentException("the greeting is empty: set one, or leave it out");
      }
    }

    @Override
    public int port() {
      return 4444;
    }
  }

  /**
   * A service in an image, which runs as the user and with the command of the image.
   *
   * @param image its name; it is pulled if it is not on this machine
   * @param port 1 to 65535
   * @param send text with the escapes {@code \\r \\n \\t \\\\ \\xHH}, at most 16 KiB; null or empty
   *     for none
   * @param expect likewise; it ends the exchange even if the service keeps the connection open
   */
  record Image(String image, int port, @Nullable String send, @Nullable String expect)
      implements Service {
    public Image {
      if (image.isBlank()) {
        throw new IllegalArgumentException("the name of the service's image is blank");
      }
      requireValid(port, send, expect);
    }

    /** A service that sends its greeting unasked, and closes the connection. */
    public Image(String image, int port) {
      this(image, port, null, null);
    }
  }

  /**
   * A container of the caller. The lab starts it if it does not run; the caller closes it.
   *
   * @param send see {@link Image}
   * @param expect see {@link Image}
   */
  record Container(
      GenericContainer<?> container, int port, @Nullable String send, @Nullable String expect)
      implements Service {
    public Container {
      requireValid(port, send, expect);
    }

    /** A service that sends its greeting unasked, and closes the connection. */
    public Container(GenericContainer<?> container, int port) {
      this(container, port, null, null);
    }
  }

  private static void requireValid(int port, @Nullable String send, @Nullable String expect) {
    var _ = Port.require(port);
    requireText("send", send);
    requireText("expect", expect);
  }

  private static void requireText(String what, @Nullable String text) {
    try {
      var _ = EscapedText.parse(Objects.requireNonNullElse(text, ""));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(what + ": " + wrong.getMessage(), wrong);
    }
  }
}
