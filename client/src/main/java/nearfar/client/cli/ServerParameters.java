package nearfar.client.cli;

import java.time.Duration;
import java.util.List;
import nearfar.client.Dialogue;
import nearfar.client.GreetingClient;
import nearfar.client.Limits;
import nearfar.client.Payload;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.units.Port;

/** The parameters of an exchange: server, dialogue and limits. */
final class ServerParameters {

  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.one("HOST", "A name or an address."),
          Parameter.one("PORT", "1 to 65535; the lab's server listens on 4444."));

  private static final OptionSpec<Duration> CONNECT_TIMEOUT =
      OptionSpec.value(
          "connect-timeout",
          "DURATION",
          Limits.DEFAULT_CONNECT_TIMEOUT,
          Values::duration,
          "How long connecting may take (now %s); the look-up of the name comes before and is not"
              + " part of it.");

  private static final OptionSpec<Duration> READ_TIMEOUT =
      OptionSpec.value(
          "read-timeout",
          "DURATION",
          Limits.DEFAULT_READ_TIMEOUT,
          Values::duration,
          "How long the whole greeting may take from the connection on (now %s).");

  private static final OptionSpec<Long> MAX_BYTES =
      OptionSpec.value(
          "max-bytes",
          "BYTES",
          Limits.DEFAULT_MAX_BYTES,
          Values::bytes,
          "The longest greeting (now %s).");

  private static final OptionSpec<Payload> SEND =
      OptionSpec.value(
          "send",
          "TEXT",
          "",
          Payload::parse,
          "What to send as soon as the connection stands; \\r \\n \\t \\\\ and \\xHH are read as in"
              + " many languages.");

  private static final OptionSpec<Payload> EXPECT =
      OptionSpec.value(
          "expect",
          "TEXT",
          "",
          Payload::parse,
          "What the answer has to contain, written as for --send. The exchange ends with it, whether"
              + " or not the other side closes.");

  private static final OptionSpec<Boolean> READ_ONCE =
      OptionSpec.toggle(
          "read-once",
          "Take what the first receive returns (at most 1024 bytes) for the whole greeting, as the"
              + " tutorial's client does.");

  static final List<OptionSpec<?>> FLAGS =
      List.of(CONNECT_TIMEOUT, READ_TIMEOUT, MAX_BYTES, SEND, EXPECT, READ_ONCE);

  private ServerParameters() {}

  /**
   * Creates the client for these parameters.
   *
   * @throws IllegalArgumentException if the host is blank, or a value is wrong
   */
  static GreetingClient client(ParsedArguments given) {
    Limits limits =
        new Limits(given.value(CONNECT_TIMEOUT), given.value(READ_TIMEOUT), given.value(MAX_BYTES));
    Dialogue dialogue =
        new Dialogue(given.value(SEND), given.value(EXPECT), given.value(READ_ONCE));
    return new GreetingClient(
        given.arguments().getFirst(), given.argument(1, Port::parse), limits, dialogue);
  }
}
