package nearfar.client.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nearfar.common.cli.Command;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

/**
 * Runs every command once against a server of its own, so that the JVM that builds the image's AOT
 * cache sees the classes that they use. It needs the loopback interface and nothing else.
 */
final class AotTrainingCommand extends Command {

  AotTrainingCommand() {
    super(
        Usage.of(
            "client train-aot",
            List.of("Runs every command once, on loopback."),
            List.of(),
            List.of()));
  }

  @Override
  protected int run(ParsedArguments given) {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> greetForEver(server));
      String port = String.valueOf(server.getLocalPort());
      act("", "once", "127.0.0.1", port);
      act("", "once", "127.0.0.1", port, "--expect=rehearsed\\n", "--read-once");
      act("", "watch", "127.0.0.1", port, "--count=3", "--interval=1ms");
      String json =
          act("", "watch", "localhost", port, "--log=json", "--count=3", "--interval=1ms");
      String log = json.replaceAll("(?m)^", "client-lan-1  | ").strip() + "\n" + LINK;
      act("", "open-loop", "127.0.0.1", port, "--clients=10", "--rate=1000", "--for=50ms");
      act(log, "report");
      act(log, "report", "--json");
      act(log, "report", "--follow", "--color");
      act(log, "report", "--metrics");
      act(log, "report", "--follow");
      act(log, "report", "--await=client-lan=1", "--timeout=1s");
      return ExitCode.OK.status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String LINK =
      """
      wan-control-1  | {"time":"2026-01-01T00:00:00.000Z","event":"restored","at_ns":0,"began_ns":0,\
      "link":"broadband","summary":"broadband","since_ns":0,"since":"2026-01-01T00:00:00.000Z"}
      """;

  private static String act(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Client.run(
            new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of()),
            arguments);
    if (status != ExitCode.OK.status()) {
      throw new IllegalStateException(
          String.join(" ", arguments)
              + " ended in "
              + status
              + ": "
              + err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void greetForEver(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write("rehearsed\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        return;
      }
    }
  }
}
