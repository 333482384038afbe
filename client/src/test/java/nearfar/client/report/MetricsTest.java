package nearfar.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nearfar.client.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void exchangesAreCountedByClientAndOutcomeWhateverTheLinkWas() {
    LabLogText lab = new LabLogText().started(5, 5);
    lab.greeted("client-lan-1", 1, 0.4, 0.5).greeted("client-wan-1", 7, 0.4, 31.25);
    lab.failed("client-wan-1", 8, 8, "refused");
    List<String> lines = metrics(lab.toString() + "client-lan-1  | a message of the JVM\n");
    assertTrue(
        lines.containsAll(
            List.of(
                "nearfar_exchanges_total{client=\"client-lan-1\",network=\"lan\",outcome=\"greeted\"} 1.0",
                "nearfar_exchanges_total{client=\"client-wan-1\",network=\"wan\",outcome=\"greeted\"} 1.0",
                "nearfar_exchanges_total{client=\"client-wan-1\",network=\"wan\",outcome=\"refused\"} 1.0",
                "nearfar_greeting_seconds_bucket{client=\"client-lan-1\",network=\"lan\",le=\"5.0E-4\"} 1",
                "nearfar_greeting_seconds_bucket{client=\"client-wan-1\",network=\"wan\",le=\"0.02\"} 0",
                "nearfar_greeting_seconds_bucket{client=\"client-wan-1\",network=\"wan\",le=\"0.05\"} 1",
                "nearfar_greeting_seconds_count{client=\"client-wan-1\",network=\"wan\"} 1",
                "nearfar_greeting_seconds_sum{client=\"client-wan-1\",network=\"wan\"} 0.03125",
                "nearfar_link_state{state=\"up\"} 1.0",
                "nearfar_link_state{state=\"cut\"} 0.0",
                "nearfar_gathered_timestamp_seconds 1.7672688E9")),
        String.join("\n", lines));
  }

  @Test
  void anEmptyLogIsALinkInAnUnknownState() {
    assertTrue(metrics("").contains("nearfar_link_state{state=\"unknown\"} 1.0"));
  }

  @Test
  void theFileHasTheMetricsOfTheWholeLogAtItsEnd(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lab.prom");
    Run run = Run.onInput("", "report", "--metrics", "--file", file.toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(Files.readString(file).contains("nearfar_link_state"));
  }

  @Test
  void aFailedWriteIsRetriedTheNextTime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lab.prom");
    Path obstacle = Files.createDirectory(folder.resolve("lab.prom.new"));
    try (MetricsFile metrics =
        new MetricsFile(new Metrics(Clock.fixed(NOW, ZoneOffset.UTC)), file)) {
      metrics.rewrite();
      assertTrue(Files.notExists(file));
      Files.delete(obstacle);
      metrics.rewrite();
      assertTrue(Files.readString(file).contains("nearfar_link_state"));
    }
  }

  private static List<String> metrics(String log) {
    Metrics metrics = new Metrics(Clock.fixed(NOW, ZoneOffset.UTC));
    log.lines().forEach(metrics::read);
    return metrics.text().lines().toList();
  }
}
