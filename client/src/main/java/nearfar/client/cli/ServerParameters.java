package nearfar.client.cli;

import nearfar.client.GreetingClient;
import nearfar.client.Limits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whom to talk to, in which words, and within which bounds. */
final class ServerParameters {

  @Parameters(index = "0", paramLabel = "HOST", description = "A name or an address.")
  private String host = "";

  @Parameters(
      index = "1",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      description = "1 to 65535; the lab's server listens on 4444.")
  private int port;

  @Mixin private final LimitOptions limits = new LimitOptions();

  @Mixin private final DialogueOptions dialogue = new DialogueOptions();

  /**
   * The client for that server.
   *
   * @throws IllegalArgumentException if the host is blank
   */
  GreetingClient client() {
    return new GreetingClient(host, port, limits.limits(), dialogue.dialogue());
  }

  Limits limits() {
    return limits.limits();
  }
}
