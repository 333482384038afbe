package nearfar.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Treats those who connect as it was told, one after the other. It ends with its socket. */
final class TreatingServer {
  private final ServerSocket server;
  private final Treatment treatment;
  private final PrintStream out;
  // Held, or they would be closed once nobody knows of them any more.
  private final List<Socket> silent = new ArrayList<>();

  TreatingServer(ServerSocket server, Treatment treatment, PrintStream out) {
    this.server = server;
    this.treatment = treatment;
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
      Treatment.Act act = treatment.act(connection);
      out.println((now - first) / 1_000_000 + " " + act.name().toLowerCase(Locale.ROOT));
      try {
        treat(client, act);
      } catch (IOException e) {
        // Who has gone already was treated well enough.
        client.close();
      }
    }
  }

  private void treat(Socket client, Treatment.Act act) throws IOException {
    switch (act) {
      case GREET -> {
        client
            .getOutputStream()
            .write((treatment.greeting() + "\n").getBytes(StandardCharsets.UTF_8));
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
