package nearfar.tests.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import nearfar.tests.support.FewTools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an attendee sees of an exercise. All that is known to be right or wrong: SolutionsTest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExerciseTest {
  private Checks checks;

  @BeforeAll
  void start() {
    checks = new Checks();
  }

  @AfterAll
  void end() {
    checks.close();
  }

  @Test
  void aRightClientPassesAndTheAttendeesLabIsNotTouched(@TempDir Path mine) throws IOException {
    Checks.Checked checked = checks.check(Solution.of(2, "right.py"), mine);
    assertEquals(0, checked.ended().status(), checked.ended()::toString);
    assertTrue(checked.ended().out().contains("  passed    3 runs"), checked.ended()::toString);
    assertTrue(checks.lab().containers().isEmpty(), "it had a lab of its own");
  }

  @Test
  void aHintIsMoreDirectWhenAskedAgain(@TempDir Path mine) throws IOException {
    Path folder = mine.resolve("4");
    Solution.of(4, "wrong-one-recv.py").copyInto(folder);
    Files.writeString(folder.resolve(".hints"), "one-recv 1\n");
    Checks.Checked checked = checks.check(4, mine, Map.of());
    assertEquals(1, checked.ended().status(), checked.ended()::toString);
    assertTrue(checked.saw().contains(" characters"), checked.saw());
    assertTrue(checked.hint().startsWith("2 of 3: "), checked.hint());
    assertEquals("one-recv 2", checked.finding());
  }

  @Test
  void aRightServerIsCalledNearAndFar(@TempDir Path mine) throws IOException {
    Checks.Checked checked = checks.check(Solution.of(3, "right.java"), mine);
    assertEquals(0, checked.ended().status(), checked.ended()::toString);
  }

  @Test
  void whatIsHandedOutIsNoSolutionAndNeverOverwritten(@TempDir Path mine) throws IOException {
    Checks.Checked untouched = checks.check(1, mine, Map.of());
    assertEquals(1, untouched.ended().status(), untouched.ended()::toString);
    assertTrue(
        untouched.ended().err().contains("nothing is changed yet in "),
        untouched.ended()::toString);
    Path client = mine.resolve("1/client.py");
    Files.writeString(client, "print(1)\n");
    Command.Ended again =
        checks.lab().make("exercise", "LESSON=1").with("MINE", mine.toString()).run();
    assertEquals(0, again.status(), again::toString);
    assertEquals("print(1)\n", Files.readString(client));
    assertTrue(Files.exists(mine.resolve("1/Client.java")));
  }

  @Test
  void whatIsNotThereIsWrongUsage(@TempDir Path mine) throws IOException {
    Checks.Checked lesson = checks.check(9, mine, Map.of());
    assertEquals(2, lesson.ended().status(), lesson.ended()::toString);
    assertTrue(lesson.ended().err().contains("LESSON=9 is not a lesson"), lesson.ended()::toString);
    Checks.Checked language = checks.check(2, mine, Map.of("IN", "cobol"));
    assertEquals(2, language.ended().status(), language.ended()::toString);
    assertFalse(language.ended().err().isEmpty());
    for (Map<String, String> unheeded : List.of(Map.of("IN", "python"), Map.of("SEED", "42"))) {
      Checks.Checked scenario = checks.check(8, mine, unheeded);
      assertEquals(2, scenario.ended().status(), scenario.ended()::toString);
    }
  }

  @Test
  void anOwnServerTakesTheLabServersPlaceAndAnOwnClientCallsItFromAfar(@TempDir Path mine)
      throws IOException {
    Solution.of(3, "right.py").copyInto(mine.resolve("3"));
    Path server = mine.resolve("3/server.py");
    try (CommandLab lab = new CommandLab().with("LAN_CLIENTS", "1").with("WAN_CLIENTS", "1")) {
      Command.Ended up = lab.make("lab-up", "SERVER=" + server).run();
      assertEquals(0, up.status(), up::toString);
      assertEquals("welcome to my own server\n", lab.greetingOverTheLan());
      assertEquals("welcome to my own server\n", lab.greetingOverTheWan());
      Solution.of(2, "right.py").copyInto(mine.resolve("2"));
      Command.Ended tried =
          lab.make("try", "LESSON=2", "NET=wan").with("MINE", mine.toString()).run();
      assertEquals(0, tried.status(), tried::toString);
      assertTrue(tried.out().contains("\nwelcome to my own server\n"), tried::toString);
      assertTrue(tried.out().contains(", the published port of the wan\n"), tried::toString);
      try (FewTools withoutPython = FewTools.link("cmp")) {
        Command.Ended contained =
            lab.make("try", "LESSON=2")
                .with("MINE", mine.toString())
                .with("PATH", withoutPython.path())
                .run();
        assertEquals(0, contained.status(), contained::toString);
        assertTrue(contained.out().contains("\nwelcome to my own server\n"), contained::toString);
        assertTrue(contained.out().contains(", in a container on the lan\n"), contained::toString);
      }
    }
  }
}
