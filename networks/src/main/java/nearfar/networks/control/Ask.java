package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class Ask extends Command {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  Ask() {
    super(
        Usage.of(
            "wan-control ask",
            List.of("Changes the link, cuts or heals it."),
            List.of(
                Parameter.any(
                    "NAME=VALUE",
                    "PROFILE=lte, PROFILE=cut, heal or refused, DOWN=200ms~20ms UP=40ms RATE=2mbit DOWN_RATE= UP_RATE= FAULT=flapping:2s~200ms SEED=42")),
            List.of(SocketOption.FLAG)));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    return SocketOption.ask(given, Requests.change(LinkSpec.parse(given.arguments())), LONGEST)
        .print();
  }
}
