package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Where the running wan-control takes requests. */
final class SocketOption {
  private static final String DEFAULT = "/tmp/wan-control.sock";

  @Option(
      names = "--socket",
      defaultValue = "${env:NEARFAR_SOCKET:-" + DEFAULT + "}",
      description = "where requests are taken")
  Path path = Path.of(DEFAULT);

  Reply ask(JsonObject request, Duration atMost) throws IOException {
    try {
      return ControlSocket.ask(path, request, atMost);
    } catch (IOException gone) {
      throw new IOException("wan-control does not answer: " + gone.getMessage(), gone);
    }
  }
}
