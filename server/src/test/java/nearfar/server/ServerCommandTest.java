package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCommandTest {

  private record Parsed(ServerOptions options, LogFormat log) {}

  private static Parsed parse(Map<String, String> environment, String... args) {
    AtomicReference<Parsed> parsed = new AtomicReference<>();
    ServerCommand command =
        new ServerCommand((options, log) -> {
          parsed.set(new Parsed(options, log));
          return 0;
        });
    try {
      assertEquals(0, command.execute(new CommandContext(System.out, environment, "1"), args));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return parsed.get();
  }

  private static String complaint(Map<String, String> environment, String... args) {
    var problem = assertThrows(UsageException.class, () -> parse(environment, args));
    return ServerCommand.explain(problem);
  }

  @Test
  void aDollarInAVariableStandsForItself() {
    assertEquals(
        "$one $$two ${three}\n",
        parse(Map.of("NEARFAR_GREETING", "$one $$two ${three}")).options().greeting());
  }

  @Test
  void withoutFlagsAndVariablesTheDefaultsHold() {
    Parsed command = parse(Map.of());
    assertEquals(ServerOptions.DEFAULTS, command.options());
    assertEquals(LogFormat.TEXT, command.log());
  }

  @Test
  void everyFlagIsAnOption() {
    Parsed command =
        parse(
            Map.of(),
            "--host=::1",
            "--port=0",
            "--backlog=5",
            "--greeting=hello",
            "--max-connections=9",
            "--drain-bytes=512KiB",
            "--drain-time=1.5s",
            "--stall-time=250ms",
            "--log=json");
    assertEquals(
        new ServerOptions(
            "::1", 0, 5, "hello", 9, 512 << 10, Duration.ofMillis(1500), Duration.ofMillis(250)),
        command.options());
    assertEquals(LogFormat.JSON, command.log());
  }

  @Test
  void everyFlagIsAlsoAVariable() {
    Parsed command =
        parse(
            Map.of(
                "NEARFAR_HOST", "::1",
                "NEARFAR_PORT", "0",
                "NEARFAR_BACKLOG", "5",
                "NEARFAR_GREETING", "hello",
                "NEARFAR_MAX_CONNECTIONS", "9",
                "NEARFAR_DRAIN_BYTES", "65536",
                "NEARFAR_DRAIN_TIME", "2m",
                "NEARFAR_STALL_TIME", "1s",
                "NEARFAR_LOG", "JSON"));
    assertEquals(
        new ServerOptions(
            "::1", 0, 5, "hello", 9, 65_536, Duration.ofMinutes(2), Duration.ofSeconds(1)),
        command.options());
    assertEquals(LogFormat.JSON, command.log());
  }

  @Test
  void aFlagWinsOverAVariableEvenOverAWrongOne() {
    assertEquals(7, parse(Map.of("NEARFAR_PORT", "8"), "--port", "7").options().port());
    assertEquals(7, parse(Map.of("NEARFAR_PORT", "eight"), "--port", "7").options().port());
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    assertEquals(ServerOptions.DEFAULTS, parse(Map.of("NEARFAR_PORT", "")).options());
  }

  @Test
  void anEmptyGreetingIsALineFeedAlone() {
    assertEquals("\n", parse(Map.of(), "--greeting=").options().greeting());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --port=x            | --port: 'x' is not a whole number from 0 to 65535
          --port=65536        | --port: '65536' is not a whole number from 0 to 65535
          --backlog=0         | --backlog: '0' is not a whole number from 1 to 65535
          --max-connections=0 | --max-connections: '0' is not a whole number from 1 to 1000000
          --drain-bytes=1XB   | --drain-bytes: '1XB' is not a number of bytes such as 65536, 512KiB or 64MiB, up to 1024GiB
          --drain-time=5      | --drain-time: '5' is not a time with its unit, such as 500ms, 1.5s or 2m, from 0ms to 60m
          --drain-time=1.1h   | --drain-time: '1.1h' is not a time with its unit, such as 500ms, 1.5s or 2m, from 0ms to 60m
          --stall-time=0s     | --stall-time: '0s' is not a time with its unit, such as 500ms, 1.5s or 2m, from 1ms to 60m
          --log=xml           | --log: 'xml' is not text or json
          --prot=1            | Unknown option: '--prot=1'; did you mean --port? (--help tells the flags)
          --frobnicate        | Unknown option: '--frobnicate' (--help tells the flags)
          -port=1             | Unknown option: '-port=1'; did you mean --port? (--help tells the flags)
          --back=1            | Unknown option: '--back=1' (--help tells the flags)
          --port              | option '--port' lacks its value: --port=N (--help tells the flags)
          more                | Unexpected argument: 'more' (--help tells the flags)
          """)
  void aWrongValueIsNamedInOneLineWithWhatIsAllowed(String arg, String complaint) {
    assertEquals(complaint, complaint(Map.of(), arg));
  }

  @Test
  void aWrongVariableIsNamedAsSuch() {
    assertEquals(
        "NEARFAR_PORT: 'a b' is not a whole number from 0 to 65535",
        complaint(Map.of("NEARFAR_PORT", "a\nb"), "--backlog", "3"));
    assertEquals(
        "NEARFAR_PORT: 'a [2J b' is not a whole number from 0 to 65535",
        complaint(Map.of("NEARFAR_PORT", "a\u001b[2J\u0097b")));
  }

  @Test
  void aGreetingThatTheLocaleCouldNotReadIsRefused() {
    assertEquals(
        "--greeting: 'gr\uFFFD' is not readable in this locale: set LC_ALL=C.UTF-8",
        complaint(Map.of(), "--greeting", "gr\uFFFD"));
  }
}
