package nearfar.client.cli;

import nearfar.client.Dialogue;
import nearfar.client.Payload;
import picocli.CommandLine.Option;

/** The options for a service that wants to be spoken to, or keeps its connections open. */
final class DialogueOptions {

  @Option(
      names = "--send",
      paramLabel = "TEXT",
      converter = Converters.Text.class,
      description =
          "What to send as soon as the connection stands; \\r \\n \\t \\\\ and \\xHH are read as in"
              + " many languages.")
  private Payload send = Payload.NOTHING;

  @Option(
      names = "--expect",
      paramLabel = "TEXT",
      converter = Converters.Text.class,
      description =
          "What the answer has to contain, written as for --send. The exchange ends with it, whether"
              + " or not the other side closes.")
  private Payload expect = Payload.NOTHING;

  @Option(
      names = "--read-once",
      arity = "0",
      fallbackValue = "true",
      converter = Converters.YesOrNo.class,
      description =
          "Take what the first receive returns (at most 1024 bytes) for the whole greeting, as the"
              + " tutorial's client does.")
  private boolean readOnce;

  Dialogue dialogue() {
    return new Dialogue(send, expect, readOnce);
  }
}
