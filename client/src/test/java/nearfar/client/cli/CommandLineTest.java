package nearfar.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nearfar.client.Loopback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void oncePrintsTheGreetingAndNothingElse() throws IOException {
    try (Loopback server = Loopback.greeting("grüß dich\n")) {
      assertEquals(new Run(0, "grüß dich\n", ""), Run.of("once", "127.0.0.1", "" + server.port()));
    }
  }

  @Test
  void oncePrintsTheReasonOfAFailureInOneLine() throws IOException {
    int port = Loopback.closedPort();
    assertEquals(
        new Run(1, "", "client: refused: 127.0.0.1:" + port + ": nothing listens there\n"),
        Run.of("once", "127.0.0.1", "" + port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4B", "0.004kB"})
  void oncePrintsTheAllowedPartOfATooLongGreeting(String most) throws IOException {
    try (Loopback server = Loopback.greeting("0123456789")) {
      Run run = Run.of("once", "--max-bytes=" + most, "127.0.0.1", "" + server.port());
      assertEquals(1, run.status());
      assertEquals("0123", run.out());
      assertTrue(run.err().startsWith("client: too-long: "), run.err());
    }
  }

  @Test
  void aWatchWithACountExitsWith0IfAllWereGreetedAndWith1IfNot() throws IOException {
    try (Loopback server = Loopback.greeting("hi\n")) {
      String port = "" + server.port();
      Run run = Run.of("watch", "127.0.0.1", port, "--count", "2", "--interval", "1ms");
      assertEquals(0, run.status());
      assertEquals(4, run.out().lines().count(), run.out());
      assertTrue(
          run.out()
              .lines()
              .skip(1)
              .findFirst()
              .orElseThrow()
              .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  greeted   connect .* ms  greeting .* ms"),
          run.out());
      assertTrue(run.out().contains("totals    2 greeted, 0 failed; connect"), run.out());
    }
    String closed = "" + Loopback.closedPort();
    Run run = Run.of("watch", "127.0.0.1", closed, "--count=2", "--interval=1ms");
    assertEquals(1, run.status());
    assertTrue(run.out().endsWith("totals    0 greeted, 2 failed (2 x refused)\n"), run.out());
  }

  @Test
  void theWarmUpIsNotCounted() throws IOException {
    try (Loopback server = Loopback.greeting("hi\n")) {
      Run run = Run.of("watch", "127.0.0.1", "" + server.port(), "--count=1", "--log=json");
      assertEquals(3, run.out().lines().count(), run.out());
      assertTrue(run.out().contains("\"greetings\":1,\"failures\":0"), run.out());
    }
  }

  @Test
  void aLoadPrintsATableAndExitsWith0IfAllWereGreeted() throws IOException {
    try (Loopback server = Loopback.greeting("hi\n")) {
      String port = "" + server.port();
      Run run = Run.of("open-loop", "127.0.0.1", port, "--clients=5", "--rate=200", "--for=100ms");
      assertEquals(0, run.status(), run.err());
      assertLinesMatch(
          List.of(
              "  load      127.0.0.1 port \\d+, 5 clients, 200.0 greetings/s for 100ms",
              "  greeted   20 of 20, 3 bytes each",
              "  rate      [0-9.]+ greetings/s of 200.0/s, at most \\d+ connections at once",
              "  memory    at most [0-9.]+ MiB the process.*",
              "",
              " +P50 +P90 +P99 +P99.9 +MAX",
              "  late      ( +[0-9.]+ ms){5}",
              "  connect   ( +[0-9.]+ ms){5}",
              "  greeting  ( +[0-9.]+ ms){5}",
              "  response  ( +[0-9.]+ ms){5}"),
          run.out().lines().toList());
    }
  }

  @Test
  void aLoadPrintsItsResultAsOneJsonLineAndExitsWith1IfNotAllWereGreeted() throws IOException {
    String closed = "" + Loopback.closedPort();
    Run run =
        Run.of(
            "open-loop",
            "127.0.0.1",
            closed,
            "--json",
            "--clients=2",
            "--interval=1400ms",
            "--for=1500ms");
    assertEquals(1, run.status());
    assertEquals(1, run.out().lines().count());
    JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(3, result.get("due").getAsLong());
    assertEquals("{\"refused\":3}", result.get("reasons").toString());
    assertEquals(1.429, result.get("asked_per_second").getAsDouble());
    assertTrue(result.getAsJsonObject("response_ms").get("p99").isJsonNull(), run.out());
    assertTrue(run.err().matches("(  load      \\d s: 0 of [23] greeted, .*\n)*"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "once | client once: Missing required parameters: 'HOST', 'PORT'",
        "once 127.0.0.1 0 | is not a port (1 to 65535)",
        "once 127.0.0.1 http | is not a port",
        "once --read-timeout 5 127.0.0.1 1 | \"5\" has no unit; write it with one, such as 500ms or 2s",
        "once --max-bytes 5TB 127.0.0.1 1 | \"5TB\" is not a length",
        "once --send a\\q 127.0.0.1 1 | \"\\q\" is not an escape; there are \\r \\n \\t \\\\ and \\xHH",
        "watch --interval 0ms 127.0.0.1 1 | \"0ms\" is not from 1ms to 24h",
        "watch --count 0 127.0.0.1 1 | \"0\" is not a whole number from 1",
        "watch --log xml 127.0.0.1 1 | --log: \"xml\" is not text or json",
        "watch --nonsense 127.0.0.1 1 | '--nonsense'",
        "watch --intervall=1s 127.0.0.1 1 | did you mean --interval?",
        "watch --interval=1s --interval=2s 127.0.0.1 1 | option '--interval' should be specified only once",
        "once 127.0.0.1 1 2 | Unexpected argument: '2'",
        "report --await lan=x | \"lan=x\" is not of the form client-lan=2,client-wan=3",
        "report --follow --await=client-lan=1 | --follow does not go with --await",
        "report --follow --metrics | --follow does not go with --metrics",
        "report --follow --file lab.prom | --file goes with --metrics",
        "report --timeout 5s | --timeout goes with --await",
        "report --follow --timeout 5s | --timeout goes with --await",
        "report --json --elapsed 5s | --elapsed goes with --await",
        "report --metrics --elapsed 5s | --elapsed goes with --await",
        "report --follow --json --color | --color goes with --follow, without --json",
        "open-loop --clients 0 127.0.0.1 1 | --clients: \"0\" is not a whole number from 1 to 20000",
        "open-loop --clients 20001 127.0.0.1 1 | \"20001\" is not a whole number from 1 to 20000",
        "open-loop --rate 0 127.0.0.1 1 | \"0\" is not a number above 0 and up to 100000",
        "open-loop --rate 1e3 127.0.0.1 1 | \"1e3\" is not a number",
        "open-loop --for 2h 127.0.0.1 1 | --for: \"2h\" is not from 1ms to 1h",
        "open-loop --rate 1 --interval 1s 127.0.0.1 1 | --rate and --interval do not go together",
        "open-loop --interval 0.001ms 127.0.0.1 1 | \"0.001ms\" is not from 1ms to 24h",
        "open-loop --interval 1ms 127.0.0.1 1 | a rate of 1000000.0 is not above 0 and up to 100000 per second",
        "open-loop --for 1s --ramp 2s 127.0.0.1 1 | the ramp of 2s is longer than the load, which lasts 1s",
        "flood 127.0.0.1 1 | \"flood\" is not once, watch, open-loop, report or diagram",
        "'' | which one: once, watch, open-loop, report or diagram?",
      })
  void wrongUsageExitsWith2AndOneLineThatNamesTheError(String arguments, String expected) {
    Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertTrue(run.err().endsWith(" --help\n"), run.err());
  }

  @Test
  void aWrongVariableIsNamedAsTheSource() {
    Run run = Run.of(Map.of("NEARFAR_INTERVAL", "soon"), "watch", "127.0.0.1", "1");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("NEARFAR_INTERVAL: \"soon\" is not a duration"), run.err());
  }

  @Test
  void aServiceThatKeepsItsConnectionsOpenWorks() throws IOException {
    try (Loopback server = Loopback.answering("$PING\r\n", "+PONG\r\n")) {
      String port = "" + server.port();
      assertEquals(
          new Run(0, "+PONG", ""),
          Run.of("once", "127.0.0.1", port, "--send=$PING\\r\\n", "--expect=PONG"));
      Map<String, String> environment =
          Map.of("NEARFAR_SEND", "$PING\\x0d\\x0A", "NEARFAR_EXPECT", "\\r\\n");
      assertEquals(new Run(0, "+PONG\r\n", ""), Run.of(environment, "once", "127.0.0.1", port));
    }
  }

  @Test
  void anAnswerWithoutTheExpectedBytesIsUnexpected() throws IOException {
    try (Loopback server = Loopback.greeting("-NOAUTH\r\n")) {
      Run run = Run.of("once", "127.0.0.1", "" + server.port(), "--expect=PONG");
      assertEquals(1, run.status());
      assertTrue(run.err().startsWith("client: unexpected: "), run.err());
      assertTrue(
          run.err().endsWith("what was expected is not in the 9 bytes that came\n"), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "true,1", "yes,1", "0,4", "false,4", "'',4"})
  void readingOnceCanBeAskedForByAVariable(String value, int bytes) throws IOException {
    try (Loopback server = Loopback.firstThenRest("slow")) {
      Map<String, String> environment = Map.of("NEARFAR_READ_ONCE", value);
      assertEquals(
          bytes, Run.of(environment, "once", "127.0.0.1", "" + server.port()).out().length());
    }
  }

  @Test
  void aFlagMayBeSetTogetherWithItsVariable() throws IOException {
    try (Loopback server = Loopback.firstThenRest("slow")) {
      assertEquals(
          new Run(0, "s", ""),
          Run.of(
              Map.of("NEARFAR_READ_ONCE", "1"),
              "once",
              "--read-once",
              "127.0.0.1",
              "" + server.port()));
    }
  }

  @Test
  void flagsOverrideVariablesAndEmptyVariablesAreIgnored() throws IOException {
    try (Loopback server = Loopback.greeting("hi\n")) {
      Map<String, String> environment =
          Map.of("NEARFAR_COUNT", "7", "NEARFAR_INTERVAL", "1ms", "NEARFAR_LOG", "");
      String port = "" + server.port();
      assertEquals(9, Run.of(environment, "watch", "127.0.0.1", port).out().lines().count());
      assertEquals(
          4, Run.of(environment, "watch", "127.0.0.1", port, "--count=2").out().lines().count());
    }
  }

  @Test
  void helpAndVersionExitWith0() {
    assertEquals(0, Run.of("--version").status());
    assertEquals(Run.of("--version"), Run.of("once", "--version"));
    assertTrue(Run.of("watch", "--help").out().contains("(now 1s)"));
  }

  @Test
  void theAotTrainingRunsEveryCommand() {
    assertEquals(new Run(0, "", ""), Run.of("train-aot"));
  }
}
