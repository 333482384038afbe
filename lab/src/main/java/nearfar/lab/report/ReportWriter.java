package nearfar.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a report for people, as one HTML file that loads nothing, and for programs, as JSON and as
 * JUnit's XML. May be called by several threads, as long as their titles or folders differ.
 */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes the three files into a folder, which is made if it is missing. Files of an earlier
   * report of the same title are overwritten.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  public static ReportFiles write(LabReport report, Path folder) {
    String name = SafeName.of(report.title());
    ReportFiles files =
        new ReportFiles(
            folder.resolve(name + ".html"),
            folder.resolve(name + ".json"),
            folder.resolve(name + ".xml"));
    try {
      Files.createDirectories(folder);
      write(files.html(), HtmlPage.of(report));
      write(files.json(), JsonText.of(report));
      write(files.xml(), JunitXml.of(report));
    } catch (IOException failed) {
      throw new UncheckedIOException("the report cannot be written to " + folder, failed);
    }
    return files;
  }

  private static void write(Path file, String text) throws IOException {
    // A surrogate without its other half cannot be encoded; it becomes a question mark here, where
    // Files.writeString would throw and the report be lost.
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
