package nearfar.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nearfar.client.Loopback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that need a separate process: signals, pipes, and a server in another language. */
@Timeout(30)
class ProcessTest {

  @Test
  void sigtermPrintsTheTotalsAndExitsWith0WhileAnExchangeHangs() throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    try (Loopback server = new Loopback(_ -> connected.countDown())) {
      Process watch = client("watch", "127.0.0.1", "" + server.port(), "--log=json");
      assertTrue(connected.await(20, TimeUnit.SECONDS));
      long signalled = System.nanoTime();
      watch.toHandle().destroy(); // Process.destroy() would close its output unread
      assertTrue(watch.waitFor(10, TimeUnit.SECONDS));
      Duration took = Duration.ofNanos(System.nanoTime() - signalled);

      assertEquals(0, watch.exitValue());
      assertTrue(took.toSeconds() < 5, "took " + took + ", though the read time-out is 30 s");
      List<String> lines = watch.inputReader(UTF_8).lines().toList();
      assertEquals(2, lines.size(), lines.toString());
      assertTrue(lines.getLast().contains("\"event\":\"totals\",\"greetings\":0"), lines.getLast());
    }
  }

  @Test
  void aLoadThatIsEndedByASignalPrintsItsPartialResult() throws Exception {
    CountDownLatch third = new CountDownLatch(3);
    Loopback.Handler greets =
        connection -> {
          connection.getOutputStream().write("hi\n".getBytes(UTF_8));
          connection.close();
          third.countDown();
        };
    try (Loopback server = new Loopback(greets)) {
      Process load =
          client(
              "open-loop",
              "127.0.0.1",
              "" + server.port(),
              "--clients=10",
              "--interval=200ms",
              "--for=1m");
      assertTrue(third.await(20, TimeUnit.SECONDS));
      load.toHandle().destroy();
      assertTrue(load.waitFor(10, TimeUnit.SECONDS));

      List<String> lines = load.inputReader(UTF_8).lines().toList();
      assertEquals(0, load.exitValue(), lines.toString());
      assertTrue(lines.get(1).matches("  greeted   \\d+ of \\d+, 3 bytes each"), lines.get(1));
    }
  }

  @Test
  void aWatchEndsWhenItsOutputIsClosed() throws Exception {
    try (Loopback server = Loopback.greeting("hi\n")) {
      Process watch = client("watch", "127.0.0.1", "" + server.port(), "--interval=10ms");
      BufferedReader out = watch.inputReader(UTF_8);
      assertNotNull(out.readLine());
      out.close();
      assertTrue(watch.waitFor(20, TimeUnit.SECONDS));
      assertEquals(1, watch.exitValue());
      assertEquals(
          List.of("client: nobody reads the output any more"),
          watch.errorReader(UTF_8).lines().toList());
    }
  }

  @Test
  void aGrowingLogIsFollowedLineByLine() throws Exception {
    Process follow = client("report", "--follow");
    try (BufferedWriter log = follow.outputWriter(UTF_8)) {
      for (String line : List.of("client-wan-1  | one", "client-wan-1  | two")) {
        log.write(line + "\n");
        log.flush();
        assertEquals(line, follow.inputReader(UTF_8).readLine());
      }
    }
    assertTrue(follow.waitFor(10, TimeUnit.SECONDS));
    assertEquals(0, follow.exitValue());
  }

  @Test
  void theTutorialsPythonServerIsUnderstood() throws Exception {
    Process server = tutorialServer();
    try {
      String line = Objects.requireNonNull(server.inputReader(UTF_8).readLine());
      String port = line.replaceFirst("listening on ", "");
      assertEquals(
          new Run(0, "conection formed successfully", ""), Run.of("once", "127.0.0.1", port));
      assertEquals(0, Run.of("watch", "127.0.0.1", port, "--count=20", "--interval=1ms").status());
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Process tutorialServer() throws URISyntaxException {
    URL program = Objects.requireNonNull(ProcessTest.class.getResource("/tutorial_server.py"));
    try {
      return new ProcessBuilder("python3", Path.of(program.toURI()).toString(), "0")
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      return fail("python3 is missing: install the package python3", e);
    }
  }

  private static Process client(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add(Client.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  private static String classPath() {
    String surefires = System.getProperty("surefire.test.class.path");
    return surefires != null ? surefires : System.getProperty("java.class.path");
  }
}
