package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that nobody here wrote. */
class InteroperationTest {

  private static final String GREETING = "connection formed successfully\n";

  private GreetingServer server;
  private String port;

  @BeforeEach
  void start() throws IOException {
    server =
        new GreetingServer(ServerOptions.DEFAULTS.withHost("127.0.0.1").withPort(0), new Events());
    server.start();
    port = Integer.toString(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void greeted(String... command) throws Exception {
    try (Program client = Program.start(List.of(command))) {
      assertEquals(new Program.Result(0, GREETING, ""), client.end());
    }
  }

  @Test
  void netcatIsGreeted() throws Exception {
    Program.require("nc", "netcat-openbsd");
    greeted("nc", "-w", "5", "127.0.0.1", port);
  }

  @Test
  void netcatThatSendsMegabytesIsGreeted() throws Exception {
    Program.require("nc", "netcat-openbsd");
    greeted(
        "bash", "-c", "set -o pipefail; head -c 20000000 /dev/zero | nc -N -w 5 127.0.0.1 " + port);
  }

  @Test
  void bashIsGreeted() throws Exception {
    Program.require("bash", "bash");
    greeted("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port + " && cat <&3");
  }

  @Test
  void theTutorialsPythonClientIsGreeted() throws Exception {
    String script = Path.of(getClass().getResource("/tutorial_client.py").toURI()).toString();
    Program.require("python3", "python3");
    greeted("python3", script, "127.0.0.1", port);
  }
}
