package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class Show extends Command {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  Show() {
    super(
        Usage.of(
            "wan-control show",
            List.of("Prints the link that is applied; fails if it is not as asked."),
            List.of(),
            List.of(SocketOption.FLAG)));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    Reply reply = SocketOption.ask(given, Requests.show(), LONGEST);
    if (!reply.applied()) {
      return ExitCode.FAILED.because(
          "not applied: %s (%s)".formatted(reply.reason(), reply.current()));
    }
    System.out.println(reply.current());
    return ExitCode.DONE.status();
  }
}
