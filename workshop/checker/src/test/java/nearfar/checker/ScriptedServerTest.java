package nearfar.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {

  @Test
  void eachConnectionGetsItsActAndFurtherOnesTheLast() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ServerScript script =
        new ServerScript(
            "grüezi",
            List.of(ServerScript.Act.RESET, ServerScript.Act.CLOSE, ServerScript.Act.GREET));
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      ScriptedServer server = new ScriptedServer(socket, script, out);
      Thread.ofVirtual()
          .start(() -> {
            try {
              server.serve();
            } catch (java.io.IOException closed) {
              // The test is over.
            }
          });
      assertEquals(Call.Result.EMPTY, call(socket).result());
      assertEquals(Call.Result.EMPTY, call(socket).result());
      assertEquals("grüezi\n", call(socket).text());
      assertEquals("grüezi\n", call(socket).text());
    }
    String lines = said.toString(StandardCharsets.UTF_8);
    assertTrue(lines.matches("(?s)0 reset\n\\d+ close\n\\d+ greet\n\\d+ greet\n"), lines);
  }

  private static Call call(ServerSocket server) {
    return Call.make("test", "127.0.0.1", server.getLocalPort());
  }
}
