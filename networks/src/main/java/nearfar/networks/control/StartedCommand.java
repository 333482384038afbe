package nearfar.networks.control;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nearfar.common.cli.Command;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

/** Reports when clients were started, which Docker knows and wan-control cannot ask. */
final class StartedCommand extends Command {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  StartedCommand() {
    super(
        Usage.of(
            "wan-control started",
            List.of(
                "Reports when clients were started: one that was started since a partition put it apart",
                "has left the partition. Prints the link, and what Docker has to do again."),
            List.of(Parameter.any("CLIENT=TIME", "such as client-wan-2=2026-01-01T12:00:00Z")),
            List.of(SocketOption.FLAG)));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    Map<String, Instant> clients = new HashMap<>();
    for (String argument : given.arguments()) {
      String[] parts = argument.split("=", 2);
      try {
        clients.put(parts[0], Instant.parse(parts[parts.length - 1]));
      } catch (DateTimeParseException noTime) {
        throw new IllegalArgumentException(
            "is not a client and a time, such as client-wan-2=2026-01-01T12:00:00Z: " + argument,
            noTime);
      }
    }
    return SocketOption.ask(given, Requests.started(clients), LONGEST).print();
  }
}
