package nearfar.checker;

import static nearfar.checker.Exercises.A_CLIENT;
import static nearfar.checker.Exercises.A_STREAM;
import static nearfar.checker.Judged.SEED;
import static nearfar.checker.Judged.TIME_OVER;
import static nearfar.checker.Judged.assertFinds;
import static nearfar.checker.Judged.assertPasses;
import static nearfar.checker.Judged.failing;
import static nearfar.checker.Judged.printing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreetedExercisesTest {
  private final String greeting = A_CLIENT.drawn(SEED).plan().greeting();
  private final String other = A_CLIENT.drawn(SEED).treatment(2).greeting();
  private final String stream = A_STREAM.drawn(SEED).plan().greeting();

  @Test
  void aClientThatPrintsWhatEachServerSaysPasses() {
    assertPasses(A_CLIENT, printing(greeting + "\n", greeting, other + "\n\n"));
  }

  @Test
  void whatIsPrintedBesideOrInPlaceOfTheGreetingIsToldApart() {
    assertFinds("nothing", A_CLIENT, printing("\n", greeting));
    assertFinds("bytes", A_CLIENT, printing("b'" + greeting + "\\n'", greeting));
    assertFinds("bytes", A_CLIENT, printing("[B@1b2c3d", greeting));
    assertFinds("extra-words", A_CLIENT, printing("received: " + greeting, greeting));
    assertFinds("another-text", A_CLIENT, printing("connection formed successfully", greeting));
    assertFinds("a-part", A_CLIENT, printing(greeting.substring(0, 5), greeting));
    assertFinds("own-address", A_CLIENT, printing(greeting, greeting, greeting));
  }

  @Test
  void aClientThatCallsSomebodyElseIsToldSo() {
    String refused = "Exception in thread \"main\" java.net.ConnectException: Connection refused\n";
    assertFinds("own-address", A_CLIENT, List.of(failing(1, refused)));
  }

  @Test
  void howAProgramEndedIsToldApart() {
    assertFinds("hangs", A_CLIENT, List.of(failing(TIME_OVER, "")));
    assertFinds("crashes", A_CLIENT, List.of(failing(1, "Exception in thread \"main\" x.Y: z\n")));
    assertFinds("crashes", A_CLIENT, List.of(failing(3, "")));
    assertFinds(
        "does-not-compile",
        A_CLIENT,
        List.of(failing(1, "Client.java:3: error: ';' expected\nerror: compilation failed\n")));
    assertFinds(
        "does-not-start",
        A_CLIENT,
        List.of(failing(1, "error: can't find main(String[]) method\n")));
    assertFinds("chatty", A_CLIENT, List.of(printing("x".repeat(Run.MOST_BYTES))));
    assertFinds(
        "out-of-memory",
        A_CLIENT,
        List.of(failing(1, "Exception in thread \"main\" java.lang.OutOfMemoryError: heap\n")));
  }

  @Test
  void aStreamThatIsCutOrTornIsToldApart() {
    String part = stream.substring(0, 700);
    assertPasses(A_STREAM, printing(stream, stream));
    assertFinds("one-recv", A_STREAM, printing(part, part));
    assertFinds("one-recv", A_STREAM, printing(part + "\uFFFD", part));
    assertFinds("short-read", A_STREAM, printing(stream, part));
    assertFinds(
        "torn-letters",
        A_STREAM,
        printing(stream.replaceFirst("[^\\x00-\\x7F]", "\uFFFD\uFFFD"), stream));
    assertFinds(
        "torn-letters", A_STREAM, printing(stream.replaceFirst("[^\\x00-\\x7F]", ""), stream));
    String latin = new String(stream.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertFinds("other-letters", A_STREAM, printing(latin, latin));
    assertFinds("waits-on", A_STREAM, List.of(failing(TIME_OVER, "")));
  }
}
