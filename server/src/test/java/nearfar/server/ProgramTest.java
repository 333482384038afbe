package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server as a process: its status, its one line, its signals. */
class ProgramTest {

  private static final String[] ANYWHERE = {"--host=127.0.0.1", "--port=0", "--log=json"};

  private static int port(Program server) throws Exception {
    return JsonParser.parseString(server.awaitLine("listening"))
        .getAsJsonObject()
        .get("port")
        .getAsInt();
  }

  private static Program.Result run(Map<String, String> environment, Class<?> main, String... args)
      throws Exception {
    try (Program program = Program.java(environment, main, args)) {
      return program.end();
    }
  }

  @Test
  void sigtermLetsTheGreetingInFlightFinishAndExitsZero() throws Exception {
    String greeting = "x".repeat(120_000);
    try (Program server = Program.java(Map.of("NEARFAR_GREETING", greeting), Main.class, ANYWHERE);
        Client client = Client.connect(port(server), 4096)) {
      client.read(1);
      server.terminate();
      server.awaitLine("draining");
      assertEquals(greeting.length(), client.readAll().length());
      client.leave();

      Program.Result result = server.end();
      assertEquals(0, result.status(), result.err());
      assertTrue(result.out().contains("\"finished\":1,\"abandoned\":0"), result.out());
    }
  }

  @Test
  void sigtermExitsZeroEvenWhenNobodyReadsTheLog() throws Exception {
    try (Program server = Program.java(Map.of(), Main.class, ANYWHERE)) {
      int port = port(server);
      for (int i = 0; i < 1000; i++) {
        // More lines than a pipe holds, which is 64 KiB.
        assertEquals(ServerOptions.DEFAULTS.greeting(), Client.greetingFrom(port));
      }
      server.terminate();
      assertEquals(0, server.end().status());
    }
  }

  @Test
  void aPortThatIsTakenIsStatusOneAndOneLine() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertEquals(
          new Program.Result(
              1,
              "",
              "server: cannot listen on 127.0.0.1:"
                  + port
                  + ": Address already in use; end who listens there,"
                  + " or choose another with --port\n"),
          run(Map.of("NEARFAR_HOST", "127.0.0.1"), Main.class, "--port", port));
    }
  }

  @Test
  void aWrongValueIsStatusTwoAndOneLine() throws Exception {
    assertEquals(
        new Program.Result(
            2, "", "server: NEARFAR_BACKLOG: 'many' is not a whole number from 1 to 65535\n"),
        run(Map.of("NEARFAR_BACKLOG", "many"), Main.class));
  }

  @Test
  void helpIsStatusZeroAndNamesEveryFlag() throws Exception {
    Program.Result result = run(Map.of(), Main.class, "--help");
    assertEquals(0, result.status());
    List.of(
            "--host",
            "--port",
            "--backlog",
            "--greeting",
            "--max-connections",
            "--drain-bytes",
            "--drain-time",
            "--stall-time",
            "--log",
            "--version")
        .forEach(flag -> assertTrue(result.out().contains(flag), flag));
  }

  @Test
  void aServerWithFewDescriptorsTurnsAwayWhomItHasNoneFor() throws Exception {
    String command = "ulimit -n 64 && exec \"$@\"";
    List<String> shell = new ArrayList<>(List.of("bash", "-c", command, "bash"));
    shell.addAll(Program.javaCommand(Main.class, ANYWHERE));
    List<Client> held = new ArrayList<>();
    try (Program server = Program.start(shell)) {
      int port = port(server);
      for (int i = 0; i < 100; i++) {
        held.add(Client.connect(port));
      }
      String rejection = server.awaitLine("rejected");
      assertTrue(rejection.contains("full"), rejection);
      for (Client client : held) {
        client.leave();
      }
      String greeting = "";
      while (greeting.isEmpty()) {
        // The last of them may not have left yet.
        greeting = Client.greetingFrom(port);
      }
      assertEquals(ServerOptions.DEFAULTS.greeting(), greeting);
    }
  }

  @Test
  void healthIsStatusZeroBesideAServerThatGreets() throws Exception {
    try (GreetingServer server =
        new GreetingServer(
            ServerOptions.DEFAULTS.withHost("127.0.0.1").withPort(0), new Events())) {
      server.start();
      Map<String, String> environment = Map.of("NEARFAR_PORT", Integer.toString(server.port()));
      assertEquals(new Program.Result(0, "", ""), run(environment, Health.class));
    }
  }

  @Test
  void healthIsStatusOneAndOneLineWhereNobodyListens() throws Exception {
    Program.Result result = run(Map.of(), Health.class, "127.0.0.1:1");
    assertEquals(
        new Program.Result(1, "", "unhealthy: /127.0.0.1:1: Connection refused\n"), result);
  }
}
