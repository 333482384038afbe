package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;

/** The option for the path of the control socket. */
final class SocketOption {
  static final OptionSpec<Path> FLAG =
      OptionSpec.value(
          "socket", "PATH", "/tmp/wan-control.sock", Path::of, "where requests are taken (now %s)");

  private SocketOption() {}

  static Reply ask(ParsedArguments given, JsonObject request, Duration atMost) throws IOException {
    try {
      return ControlSocket.ask(given.value(FLAG), request, atMost);
    } catch (IOException gone) {
      throw new IOException("wan-control does not answer: " + gone.getMessage(), gone);
    }
  }
}
