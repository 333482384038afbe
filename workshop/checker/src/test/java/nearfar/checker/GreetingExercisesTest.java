package nearfar.checker;

import static nearfar.checker.Exercises.CLIENT;
import static nearfar.checker.Exercises.STREAM;
import static nearfar.checker.SampleRuns.SEED;
import static nearfar.checker.SampleRuns.TIMED_OUT;
import static nearfar.checker.SampleRuns.assertFinds;
import static nearfar.checker.SampleRuns.assertPasses;
import static nearfar.checker.SampleRuns.failing;
import static nearfar.checker.SampleRuns.printing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreetingExercisesTest {
  private final String greeting = CLIENT.draw(SEED).plan().greeting();
  private final String other = CLIENT.draw(SEED).serverScript(2).greeting();
  private final String stream = STREAM.draw(SEED).plan().greeting();

  @Test
  void aClientThatPrintsTheGreetingOfEachServerPasses() {
    assertPasses(CLIENT, printing(greeting + "\n", greeting, other + "\n\n"));
  }

  @Test
  void outputOtherThanTheGreetingIsDistinguished() {
    assertFinds("nothing", CLIENT, printing("\n", greeting));
    assertFinds("bytes", CLIENT, printing("b'" + greeting + "\\n'", greeting));
    assertFinds("bytes", CLIENT, printing("[B@1b2c3d", greeting));
    assertFinds("extra-words", CLIENT, printing("received: " + greeting, greeting));
    assertFinds("another-text", CLIENT, printing("connection formed successfully", greeting));
    assertFinds("a-part", CLIENT, printing(greeting.substring(0, 5), greeting));
    assertFinds("own-address", CLIENT, printing(greeting, greeting, greeting));
  }

  @Test
  void aClientThatIgnoresItsArgumentsIsReported() {
    String refused = "Exception in thread \"main\" java.net.ConnectException: Connection refused\n";
    assertFinds("own-address", CLIENT, List.of(failing(1, refused)));
  }

  @Test
  void howAProgramEndedIsDistinguished() {
    assertFinds("hangs", CLIENT, List.of(failing(TIMED_OUT, "")));
    assertFinds("crashes", CLIENT, List.of(failing(1, "Exception in thread \"main\" x.Y: z\n")));
    assertFinds("crashes", CLIENT, List.of(failing(3, "")));
    assertFinds(
        "does-not-compile",
        CLIENT,
        List.of(failing(1, "Client.java:3: error: ';' expected\nerror: compilation failed\n")));
    assertFinds(
        "does-not-start", CLIENT, List.of(failing(1, "error: can't find main(String[]) method\n")));
    assertFinds("chatty", CLIENT, List.of(printing("x".repeat(Run.MOST_BYTES))));
    assertFinds(
        "out-of-memory",
        CLIENT,
        List.of(failing(1, "Exception in thread \"main\" java.lang.OutOfMemoryError: heap\n")));
  }

  @Test
  void aStreamThatIsCutOrTornIsDistinguished() {
    String part = stream.substring(0, 700);
    assertPasses(STREAM, printing(stream, stream));
    assertFinds("one-recv", STREAM, printing(part, part));
    assertFinds("one-recv", STREAM, printing(part + "\uFFFD", part));
    assertFinds("short-read", STREAM, printing(stream, part));
    assertFinds(
        "torn-letters",
        STREAM,
        printing(stream.replaceFirst("[^\\x00-\\x7F]", "\uFFFD\uFFFD"), stream));
    assertFinds(
        "torn-letters", STREAM, printing(stream.replaceFirst("[^\\x00-\\x7F]", ""), stream));
    String latin = new String(stream.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertFinds("other-letters", STREAM, printing(latin, latin));
    assertFinds("waits-on", STREAM, List.of(failing(TIMED_OUT, "")));
  }
}
