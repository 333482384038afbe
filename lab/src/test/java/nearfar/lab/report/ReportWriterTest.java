package nearfar.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir Path folder;

  @Test
  void theFilesAreNamedAfterTheTitleInAFolderThatIsMade() {
    ReportFiles files =
        ReportWriter.write(SampleReports.of("cut-and-heal", 1, 2), folder.resolve("a/b"));
    assertEquals(folder.resolve("a/b/cut-and-heal.html"), files.html());
    for (Path file : List.of(files.html(), files.json(), files.xml())) {
      assertTrue(Files.isRegularFile(file), file.toString());
    }
  }

  @Test
  void noTitleLeadsOutOfTheFolder() throws IOException {
    for (String title :
        List.of("../../etc/passwd", "/", "..", ".", "", "a\0b", "\n", "x".repeat(999))) {
      ReportFiles files = ReportWriter.write(SampleReports.saying(title), folder);
      assertEquals(folder, files.html().getParent(), title);
    }
    try (var written = Files.list(folder)) {
      assertEquals(8 * 3, written.count(), "titles that are alike overwrote each other");
    }
  }

  @Test
  void titlesThatDifferInWhatAFileNameCannotHoldDoNotOverwriteEachOther() {
    assertEquals("cut-and-heal", SafeName.of("cut and heal"));
    assertNotEquals(SafeName.of("cut/heal"), SafeName.of("cut:heal"));
  }

  @Test
  void aTextThatIsNoUnicodeDoesNotLoseTheReport() throws IOException {
    ReportFiles files = ReportWriter.write(SampleReports.saying("half \uD83D of a pair"), folder);
    assertTrue(Files.readString(files.html()).contains("half ? of a pair"));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class, () -> ReportWriter.write(SampleReports.empty(), file));
    assertTrue(String.valueOf(thrown.getMessage()).contains(file.toString()), thrown.toString());
  }
}
