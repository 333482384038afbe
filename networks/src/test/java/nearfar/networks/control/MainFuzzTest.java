package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** wan-control's command line, a word a line; of its commands those that reach for nothing. */
class MainFuzzTest {
  private static final Pattern INSIDE = Pattern.compile("Exception|java\\.|google|null");
  private static final List<String> HARMLESS = List.of("check", "profiles", "--help");

  @Timeout(30)
  @FuzzTest
  @ResourceLock(Resources.SYSTEM_OUT)
  @ResourceLock(Resources.SYSTEM_ERR)
  void aCommandLineIsDoneOrRefusedInWordsOfOurs(byte[] input) {
    String[] arguments = new String(input, StandardCharsets.UTF_8).lines().toArray(String[]::new);
    if (arguments.length == 0 || !HARMLESS.contains(arguments[0])) {
      return;
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream complaint = new ByteArrayOutputStream();
    int status;
    try {
      System.setOut(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complaint, true, StandardCharsets.UTF_8));
      status = Main.run(arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    check(status, complaint.toString(StandardCharsets.UTF_8), String.join(" ", arguments));
  }

  private static void check(int status, String complaint, String commandLine) {
    if (status == 0) {
      assertEquals("", complaint);
      return;
    }
    assertEquals(ExitCode.WRONG_USAGE.status(), status, complaint);
    assertEquals(1, complaint.lines().count(), complaint);
    assertTrue(complaint.length() > 10, complaint);
    assertTrue(INSIDE.matcher(commandLine).find() || !INSIDE.matcher(complaint).find(), complaint);
    assertTrue(complaint.strip().chars().noneMatch(Character::isISOControl), complaint);
  }
}
