package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nearfar.commandline.Flag;
import nearfar.commandline.Given;

/** Where the running wan-control takes requests. */
final class SocketOption {
  static final Flag<Path> FLAG =
      Flag.value(
          "socket", "PATH", "/tmp/wan-control.sock", Path::of, "where requests are taken (now %s)");

  private SocketOption() {}

  static Reply ask(Given given, JsonObject request, Duration atMost) throws IOException {
    try {
      return ControlSocket.ask(given.value(FLAG), request, atMost);
    } catch (IOException gone) {
      throw new IOException("wan-control does not answer: " + gone.getMessage(), gone);
    }
  }
}
