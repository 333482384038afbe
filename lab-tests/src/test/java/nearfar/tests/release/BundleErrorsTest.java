package nearfar.tests.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What can be no bundle is found before anything is made or loaded; the rest is for a rehearsal.
 */
class BundleErrorsTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLATFORM=linux/s390x | PLATFORM=linux/s390x: the images are made by running their programs, and Docker runs .+ here
          FILE=bundle.zip      | FILE=bundle.zip does not end in .tar
          FILE=/no/where/b.tar | FILE=/no/where/b.tar: /no/where is not a folder that you may write to
          """)
  void aBundleThatCannotBeMadeIsRefused(String variable, String reason) {
    Command.Ended ended = Command.make("bundle", variable).run();
    assertEquals(2, ended.status(), ended::toString);
    assertLinesMatch(List.of("  ✘ " + reason, "    .+"), ended.errLines());
  }

  @Test
  void whatIsNoBundleIsRefusedWithTheReason() throws IOException {
    Path text = Files.writeString(folder.resolve("text.tar"), "no archive at all\n".repeat(100));
    assertRefused(text, text + " cannot be read to its end: .+");
    Path other = folder.resolve("other.tar");
    Command.of("tar", "-cf", other.toString(), "-C", folder.toString(), "text.tar").run();
    assertRefused(other, other + " is not a bundle of Nearfar");
    Path none = folder.resolve("none.tar");
    assertRefused(none, "FILE=%s: there is no such file".formatted(none));
  }

  private static void assertRefused(Path file, String reason) {
    Command.Ended ended = Command.make("load", "FILE=" + file).run();
    assertNotEquals(0, ended.status(), ended::toString);
    assertLinesMatch(List.of("  ✘ " + reason, "    .+"), ended.errLines());
  }
}
