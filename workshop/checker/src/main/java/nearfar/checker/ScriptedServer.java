package nearfar.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A server that follows a script, one connection after the other. It ends when its socket is
 * closed.
 */
final class ScriptedServer {
  private final ServerSocket server;
  private final ServerScript script;
  private final PrintStream out;
  // Kept referenced: the garbage collector would close them.
  private final List<Socket> silent = new ArrayList<>();

  ScriptedServer(ServerSocket server, ServerScript script, PrintStream out) {
    this.server = server;
    this.script = script;
    this.out = out;
  }

  void serve() throws IOException {
    long first = 0;
    for (int connection = 0; !server.isClosed(); connection++) {
      Socket client = server.accept();
      long now = System.nanoTime();
      if (connection == 0) {
        first = now;
      }
      ServerScript.Act act = script.act(connection);
      out.println((now - first) / 1_000_000 + " " + act.name().toLowerCase(Locale.ROOT));
      try {
        act(client, act);
      } catch (IOException e) {
        // The client has gone already.
        client.close();
      }
    }
  }

  private void act(Socket client, ServerScript.Act act) throws IOException {
    switch (act) {
      case GREET -> {
        client.getOutputStream().write((script.greeting() + "\n").getBytes(StandardCharsets.UTF_8));
        client.close();
      }
      case CLOSE -> client.close();
      case RESET -> {
        client.setSoLinger(true, 0);
        client.close();
      }
      case SILENCE -> silent.add(client);
    }
  }
}
