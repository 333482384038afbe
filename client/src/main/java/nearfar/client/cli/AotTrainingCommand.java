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
 * Runs every command once against a loopback server. The JVM that builds the image's AOT cache then
 * records the classes that the commands use.
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
      Thread.ofPlatform().daemon().start(() -> greetAll(server));
      String port = String.valueOf(server.getLocalPort());
      runCommand("", "once", "127.0.0.1", port);
      runCommand("", "once", "127.0.0.1", port, "--expect=trained\\n", "--read-once");
      runCommand("", "watch", "127.0.0.1", port, "--count=3", "--interval=1ms");
      String json =
          runCommand("", "watch", "localhost", port, "--log=json", "--count=3", "--interval=1ms");
      String log = json.replaceAll("(?m)^", "client-lan-1  | ").strip() + "\n" + LINK;
      runCommand("", "open-loop", "127.0.0.1", port, "--clients=10", "--rate=1000", "--for=50ms");
      runCommand(log, "report");
      runCommand(log, "report", "--json");
      runCommand(log, "report", "--follow", "--color");
      runCommand(log, "report", "--metrics");
      runCommand(log, "report", "--follow");
      runCommand(log, "report", "--await=client-lan=1", "--timeout=1s");
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

  private static String runCommand(String input, String... arguments) {
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

  private static void greetAll(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write("trained\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        return;
      }
    }
  }
}
