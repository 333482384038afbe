package nearfar.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

  private static final OptionSpec<String> GREETING =
      OptionSpec.value("greeting", "TEXT", "hello", String::toString, "What to say (now %s).");

  private static final OptionSpec<Integer> HOW_OFTEN =
      OptionSpec.value(
          "how-often",
          "N",
          null,
          Integer::valueOf,
          "How often to say it; of a number that is as long as this sentence the help makes two"
              + " lines.");

  private static final OptionSpec<Boolean> LOUD =
      OptionSpec.toggle("loud", "Say it loudly.").withVariable("LOUD");

  private static final OptionSpec<Boolean> BARE =
      OptionSpec.toggle("bare", "Just so.").withVariable(null);

  /** Records its arguments. */
  private static final class Say extends Command {
    private final StringBuilder said;

    Say(StringBuilder said) {
      super(
          Usage.of(
                  "talk say",
                  List.of("Says something.", "Status 7."),
                  List.of(Parameter.one("WHOM", "who hears it"), Parameter.any("MORE", "others")),
                  List.of(GREETING, HOW_OFTEN, LOUD, BARE))
              .withFooter("That is all."));
      this.said = said;
    }

    @Override
    protected int run(ParsedArguments given) {
      said.append(given.value(GREETING))
          .append(' ')
          .append(given.arguments())
          .append(' ')
          .append(given.valueIfAny(HOW_OFTEN))
          .append(given.value(LOUD) ? " loud" : "")
          .append(given.value(BARE) ? " bare" : "");
      if (given.arguments().contains("nobody")) {
        throw new IllegalArgumentException("nobody hears");
      }
      return 7;
    }
  }

  private static final class Talk extends Command {
    private final StringBuilder said;

    Talk(StringBuilder said) {
      super(Usage.ofCommands("talk", "Talks.", List.of("say", "shout")));
      this.said = said;
    }

    @Override
    protected @Nullable Command command(String name) {
      return name.equals("say") || name.equals("shout") ? new Say(said) : null;
    }

    @Override
    protected int run(ParsedArguments given) {
      throw new IllegalArgumentException("say or shout?");
    }
  }

  private static String said(Map<String, String> environment, String... words) throws Exception {
    StringBuilder said = new StringBuilder();
    assertEquals(7, new Talk(said).execute(context(System.out, environment), words));
    return said.toString();
  }

  private static String printed(Map<String, String> environment, String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(0, new Talk(new StringBuilder()).execute(context(stream, environment), words));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static UsageException error(String... words) {
    return assertThrows(UsageException.class, () -> said(Map.of(), words));
  }

  private static CommandContext context(PrintStream out, Map<String, String> environment) {
    return new CommandContext(out, environment, "talk 1");
  }

  @Test
  void optionsMayBeAnywhereWithTheirValuesAfterASpaceOrAnEqualsSign() throws Exception {
    assertEquals("hello [a] null", said(Map.of(), "say", "a"));
    assertEquals(
        "x=y [a, b] 3 loud",
        said(Map.of(), "say", "--greeting=x=y", "a", "--how-often", "3", "b", "--loud"));
    assertEquals(" [a] null bare", said(Map.of(), "say", "a", "--greeting=", "--bare"));
  }

  @Test
  void valuesAreNotInterpreted() throws Exception {
    assertEquals("\"q\" [a] null", said(Map.of(), "say", "a", "--greeting", "\"q\""));
    assertEquals("-x [a] null", said(Map.of(), "say", "a", "--greeting", "-x"));
    assertEquals("-1 [a] null", said(Map.of(), "say", "a", "--greeting", "-1"));
    assertEquals("--loud [a] null", said(Map.of(), "say", "a", "--greeting=--loud"));
    assertEquals("$x ${y} [a] null", said(Map.of("NEARFAR_GREETING", "$x ${y}"), "say", "a"));
  }

  @Test
  void allWordsAfterTwoDashesAreArguments() throws Exception {
    assertEquals("hello [--loud, -x] null", said(Map.of(), "say", "--", "--loud", "-x"));
  }

  @Test
  void anOptionWinsOverItsVariableEvenOverAWrongOne() throws Exception {
    Map<String, String> environment =
        Map.of("NEARFAR_GREETING", "hi", "NEARFAR_HOW_OFTEN", "x", "LOUD", "1");
    assertEquals(
        "ho [a] 2 loud",
        said(environment, "say", "--greeting", "ho", "--how-often", "2", "a", "--loud"));
    assertEquals("hi [a] 2 loud", said(environment, "say", "--how-often", "2", "a"));
  }

  @Test
  void emptyVariablesAndOtherVariablesAreIgnored() throws Exception {
    assertEquals(
        "hello [a] null",
        said(
            Map.of("NEARFAR_GREETING", "", "LOUD", "", "NEARFAR_BARE", "1", "null", "1"),
            "say",
            "a"));
  }

  @Test
  void anOptionIsGivenByTheCommandLineOrByAVariableThatIsNotEmpty() {
    assertTrue(given(Map.of(), "--greeting=hello").isGiven(GREETING));
    assertTrue(given(Map.of("NEARFAR_GREETING", "hello")).isGiven(GREETING));
    assertFalse(given(Map.of("NEARFAR_GREETING", "")).isGiven(GREETING));
    assertFalse(given(Map.of("NEARFAR_BARE", "1")).isGiven(BARE));
  }

  private static ParsedArguments given(Map<String, String> environment, String... words) {
    return ParsedArguments.parse(new Say(new StringBuilder()).usage(), words, environment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say | Missing required parameter: 'WHOM'",
        "say a --lout | Unknown option: '--lout'; did you mean --loud?",
        "say a --greetin=x | Unknown option: '--greetin=x'; did you mean --greeting?",
        "say a --unheard-of | Unknown option: '--unheard-of'",
        "say a --lou | Unknown option: '--lou'; did you mean --loud?",
        "say a -loud | Unknown option: '-loud'; did you mean --loud?",
        "say a -greeting=x | Unknown option: '-greeting=x'; did you mean --greeting?",
        "say a -greeting x | Unknown option: '-greeting'; did you mean --greeting?",
        "say a ---loud | Unknown option: '---loud'; did you mean --loud?",
        "say a -greetingx | Unknown option: '-greetingx'; did you mean --greeting?",
        "say a --greeting | option '--greeting' lacks its value: --greeting=TEXT",
        "say a --greeting --loud | option '--greeting' lacks its value: --greeting=TEXT",
        "say a --loud --loud | option '--loud' should be specified only once",
        "say a --greeting x --greeting=y | option '--greeting' should be specified only once",
        "say a --loud=1 | option '--loud' takes no value, as in '--loud=1'",
        "say nobody | nobody hears",
        "sy | \"sy\" is not say or shout; did you mean say?",
        "whisper | \"whisper\" is not say or shout",
        "--loud | Unknown option: '--loud'",
        "-- say | Unexpected argument: 'say'",
        "'' | say or shout?",
      })
  void anErrorIsOneLine(String words, String says) {
    UsageException wrong = error(words.isEmpty() ? new String[0] : words.split(" "));
    assertEquals(says, wrong.getMessage());
    assertEquals(words.startsWith("say") ? "talk say" : "talk", wrong.command());
    assertTrue(!wrong.isOfValue());
  }

  @Test
  void aWrongValueIsNamedWithWhereItCameFrom() {
    UsageException wrong = error("say", "a", "--how-often=a\nb");
    assertEquals("--how-often: For input string: \"a b\"", wrong.getMessage());
    assertTrue(wrong.isOfValue());
    Map<String, String> environment = Map.of("NEARFAR_HOW_OFTEN", "x");
    assertEquals(
        "NEARFAR_HOW_OFTEN: For input string: \"x\"",
        assertThrows(UsageException.class, () -> said(environment, "say", "a")).getMessage());
  }

  @Test
  void theHelpOfACommandShowsItsParametersAndPresentValues() throws Exception {
    assertEquals(
        """
        Usage: talk say [OPTION]... WHOM [MORE...]
        Says something.
        Status 7.
              WHOM             who hears it
              MORE             others
              --greeting=TEXT  What to say (now hi).
              --how-often=N    How often to say it; of a number that is as long as this
                                 sentence the help makes two lines.
              --loud           Say it loudly.
              --bare           Just so.
          -h, --help           Show this help and exit.
          -V, --version        Print the version and exit.

        That is all.
        """,
        printed(Map.of("NEARFAR_GREETING", "hi"), "say", "--help"));
  }

  @Test
  void theHelpOfAProgramShowsItsCommands() throws Exception {
    String help =
        """
        Usage: talk [OPTION] COMMAND
        Talks.
          -h, --help     Show this help and exit.
          -V, --version  Print the version and exit.
        Commands:
          say    Says something.
          shout  Says something.
        """;
    assertEquals(help, printed(Map.of(), "--help"));
    assertEquals(help, printed(Map.of(), "-h"));
  }

  @Test
  void everyCommandTellsTheVersion() throws Exception {
    assertEquals("talk 1\n", printed(Map.of(), "--version"));
    assertEquals("talk 1\n", printed(Map.of(), "say", "-V"));
  }
}
