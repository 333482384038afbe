package nearfar.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nearfar.client.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GreetingAwaiterTest {

  private static final String TWO = "client-lan=1,client-wan=1";

  /** The current time of the clock that the log lines use. */
  private static double now() {
    return System.nanoTime() / 1e9;
  }

  private static LabLogText labWithANearGreeting() {
    double now = now();
    return new LabLogText()
        .started(now - 60, now - 60)
        .watching("client-lan-1", now - 50)
        .greeted("client-lan-1", now, 0.3, 0.5)
        .watching("client-wan-1", now - 50);
  }

  @Test
  void theTableIsPrintedAsSoonAsAllClientsAreGreeted() throws Exception {
    try (PipedOutputStream log = new PipedOutputStream()) {
      PipedInputStream in = new PipedInputStream(log, 1 << 16);
      CompletableFuture<Run> run =
          CompletableFuture.supplyAsync(() ->
              Run.of(Map.of(), in, "report", "--await", TWO, "--timeout=20s", "--elapsed=1.5s"));
      write(log, labWithANearGreeting());
      write(log, new LabLogText().failed("client-wan-1", now(), now(), "refused"));
      assertFalse(run.isDone());
      write(log, new LabLogText().greeted("client-wan-1", now(), 0.4, 31.2));

      Run done = run.join(); // the log is still open
      assertEquals(0, done.status(), done.err());
      assertTrue(done.out().contains("client-wan-1        1       1"), done.out());
      assertTrue(
          done.out()
              .matches("(?s).*\n  clients   1 near and 1 far, all greeted after \\d+\\.\\d s\n.*"),
          done.out());
    }
  }

  @Test
  void theElapsedTimeMayBeZero() {
    LabLogText lab = labWithANearGreeting().greeted("client-wan-1", now(), 0.4, 31.2);
    Run run = Run.onInput(lab.toString(), "report", "--await", TWO, "--elapsed=0.0s");
    assertEquals(0, run.status(), run.err());
  }

  @Test
  void aTimeOutNamesTheClientsThatWereNotGreetedAndTheReasons() throws Exception {
    LabLogText lab = labWithANearGreeting().failed("client-wan-1", now(), now(), "read-timeout");
    try (PipedOutputStream log = new PipedOutputStream()) {
      PipedInputStream in = new PipedInputStream(log, 1 << 16);
      write(log, lab);
      Run run =
          Run.of(
              Map.of(), in, "report", "--await", "client-lan=1,client-wan=2", "--timeout=1500ms");
      assertEquals(1, run.status());
      assertTrue(run.out().contains("client-wan-1: 1 x read-timeout"), run.out());
      assertEquals(
          "client: 1 of 3 greeted within 1.5 s; waited for client-wan-1: read-timeout;"
              + " 1 x client-wan: has said nothing yet\n",
          run.err());
    }
  }

  @Test
  void progressIsPrintedAfterTwoSeconds() throws Exception {
    LabLogText lab = labWithANearGreeting().failed("client-wan-1", now(), now(), "reset");
    try (PipedOutputStream log = new PipedOutputStream()) {
      PipedInputStream in = new PipedInputStream(log, 1 << 16);
      write(log, lab);
      Run run = Run.of(Map.of(), in, "report", "--await", TWO, "--timeout=3s");
      assertTrue(
          run.err().startsWith("  1 of 2 greeted, waiting for client-wan-1: reset\n"), run.err());
      assertEquals(2, run.err().lines().count(), run.err());
    }
  }

  @Test
  void anOldGreetingDoesNotCount() {
    double now = now();
    LabLogText lab = labWithANearGreeting().greeted("client-wan-1", now - 20, 0.4, 31.2);
    Run run = Run.onInput(lab.toString(), "report", "--await", TWO);
    assertEquals(1, run.status());
    assertTrue(
        run.err().contains("before the log ended; waited for client-wan-1: silent for"), run.err());
  }

  @Test
  void aGreetingOverThePreviousLinkDoesNotCount() {
    LabLogText lab = labWithANearGreeting().greeted("client-wan-1", now(), 0.4, 31.2);
    lab.changing(now()).changed(now(), now());
    Run run = Run.onInput(lab.toString(), "report", "--await", TWO);
    assertEquals(1, run.status());
    assertTrue(run.err().contains("client-wan-1: not yet since the link was changed"), run.err());
  }

  @Test
  void theWaitIncludesALinkThatIsNotAsRequested() {
    LabLogText lab = labWithANearGreeting().lost(now()).greeted("client-wan-1", now(), 0.4, 31.2);
    Run run = Run.onInput(lab.toString(), "report", "--await", TWO);
    assertEquals(1, run.status());
    assertTrue(
        run.err().contains("waited for the link, which is lost (the gateway does not answer)"),
        run.err());
  }

  @Test
  void aServiceWithZeroExpectedClientsIsNotWaitedFor() {
    Run run =
        Run.onInput(
            labWithANearGreeting().toString(), "report", "--await=client-lan=1,client-wan=0");
    assertEquals(0, run.status(), run.err());
  }

  private static void write(PipedOutputStream log, LabLogText lines) throws IOException {
    log.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    log.flush();
  }
}
