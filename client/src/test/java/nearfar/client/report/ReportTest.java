package nearfar.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Objects;
import nearfar.client.cli.Run;
import org.junit.jupiter.api.Test;

class ReportTest {

  /** Two near and three far clients; Compose prints containers in any order. */
  private static LabLogText lab() {
    LabLogText lab = new LabLogText();
    for (int n : new int[] {10, 1, 2}) {
      String client = "client-wan-" + n;
      lab.watching(client, 11).greeted(client, 11.5, 0.4, 31.25);
      lab.greeted(client, 12.5, 0.3, 28.5).greeted(client, 13.5, 0.4, 30);
    }
    lab.failed("client-wan-2", 14.5, 44.5, "read-timeout");
    lab.failed("client-wan-2", 45.5, 45.5, "refused").failed("client-wan-2", 46.5, 46.5, "refused");
    lab.started(10, 10);
    for (int n = 1; n <= 2; n++) {
      String client = "client-lan-" + n;
      lab.watching(client, 9).greeted(client, 11, 0.25, 0.5).greeted(client, 12, 0.3, 0.75);
    }
    return lab;
  }

  @Test
  void theTableIsAlignedAndShortAndHasUnits() {
    assertEquals(
        """
          link      broadband: down 12ms ±3ms 50mbit, up 12ms ±3ms 10mbit, per connection

          NETWORK  CLIENT         GREETED  FAILED  CONNECT  GREETING      P99
          lan      client-lan-1         2       0   0.3 ms    0.5 ms   0.8 ms
          lan      client-lan-2         2       0   0.3 ms    0.5 ms   0.8 ms
          wan      client-wan-1         3       0   0.4 ms   30.0 ms  31.3 ms
          wan      client-wan-2         3       3   0.4 ms   30.0 ms  31.3 ms
          wan      client-wan-10        3       0   0.4 ms   30.0 ms  31.3 ms
          far takes 60 times as long as near
          client-wan-2: 1 x read-timeout, 2 x refused
        """,
        lab().table());
  }

  @Test
  void theJsonIsOneObjectThatProgramsRead() {
    LabLogText lab = new LabLogText().started(10, 10);
    lab.watching("client-lan-1", 9);
    lab.watching("client-wan-1", 9.5).greeted("client-wan-1", 11, 0.4, 31.2);
    lab.failed("client-wan-1", 12, 12, "reset");
    assertEquals(
        """
        {"profile":"broadband","state":"up",\
        "link":"broadband: down 12ms ±3ms 50mbit, up 12ms ±3ms 10mbit, per connection",\
        "since":"2026-01-01T00:00:10Z","clients":[\
        {"name":"client-lan-1","network":"lan","greetings":0,"failures":0,\
        "connect_ms":{"p50":null,"p99":null},"greeting_ms":{"p50":null,"p99":null},\
        "reasons":{},"overlapping":0},\
        {"name":"client-wan-1","network":"wan","greetings":1,"failures":1,\
        "connect_ms":{"p50":0.4,"p99":0.4},"greeting_ms":{"p50":31.215,"p99":31.215},\
        "reasons":{"reset":1},"overlapping":0}]}
        """,
        Run.onInput(lab.toString(), "report", "--json").out());
  }

  @Test
  void anEmptyLogGivesAnEmptyReport() {
    assertEquals(
        """
          link      not known, wan-control has said nothing yet

          no client has said anything yet
        """,
        new LabLogText().table());
    assertEquals(
        "{\"profile\":null,\"state\":\"unknown\",\"link\":null,\"since\":null,\"clients\":[]}",
        JsonReport.print(new LabLogText().report()));
  }

  @Test
  void theDataStartsWithTheLastChangeOfTheLink() {
    LabLogText lab = new LabLogText().started(5, 5).watching("client-wan-1", 6);
    lab.greeted("client-wan-1", 7, 0.4, 900);
    lab.changing(9).changed(9, 9.5);
    lab.greeted("client-wan-1", 10, 0.4, 30);
    ClientStatistics client = onlyClient(lab);
    assertEquals(1, client.greetings());
    assertTrue(client.greeting().at(100) < 31_000_000);
    assertNull(client.dataStart());
  }

  @Test
  void anExchangeThatOverlapsAChangeIsLeftOutAndCounted() {
    LabLogText lab = new LabLogText().started(5, 5).watching("client-wan-1", 6);
    lab.failed("client-wan-1", 8.9, 9.1, "reset"); // into the change
    lab.greeted("client-wan-1", 9.2, 0.4, 10); // within it
    lab.greeted("client-wan-1", 9.4, 0.4, 200); // out of it
    lab.greeted("client-wan-1", 10, 0.4, 30);
    lab.changing(9).changed(9, 9.5);
    lab.lost(11).restored(11, 12, 9.5);
    lab.failed("client-wan-1", 11.5, 11.5, "refused");
    lab.greeted("client-wan-1", 13, 0.4, 30);
    ClientStatistics client = onlyClient(lab);
    assertEquals(2, client.greetings());
    assertEquals(0, client.failures());
    assertEquals(4, client.overlapping());
    assertTrue(lab.table().contains("4 exchanges left out, the link was in change meanwhile"));
  }

  @Test
  void anExchangeOnTheLanCountsWhileTheLinkIsChanging() {
    LabLogText lab = new LabLogText().started(10, 10).lost(12);
    lab.watching("client-lan-1", 9).greeted("client-lan-1", 13, 0.3, 0.5);
    ClientStatistics client = onlyClient(lab);
    assertEquals(1, client.greetings());
    assertEquals(0, client.overlapping());
  }

  @Test
  void whileTheLinkIsInChangeNothingCounts() {
    LabLogText lab = new LabLogText().started(5, 5).watching("client-wan-1", 4);
    lab.greeted("client-wan-1", 6, 0.4, 30).lost(7).failed("client-wan-1", 8, 8, "refused");
    assertEquals(1, onlyClient(lab).greetings());
    assertEquals(0, onlyClient(lab).failures());
    assertTrue(
        lab.table().startsWith("  link      lost: the gateway does not answer (asked for is"));
    assertEquals("lost", json(lab).get("state").getAsString());
  }

  @Test
  void aLinkThatWasLostStaysInChangeWhenWanControlStartsAgain() {
    LabLogText lab = new LabLogText().started(5, 5).watching("client-wan-1", 4);
    lab.lost(7).guarding(8, 5).failed("client-wan-1", 9, 9, "refused");
    assertEquals("changing", json(lab).get("state").getAsString());
    assertEquals(0, onlyClient(lab).failures());
    assertEquals(1, onlyClient(lab).overlapping());
  }

  @Test
  void aLogThatDoesNotReachBackToTheChangeIsToldOf() {
    LabLogText lab = new LabLogText().started(5, 5).greeted("client-wan-1", 7, 0.4, 30);
    assertTrue(Objects.requireNonNull(onlyClient(lab).dataStart()).rotated());
    assertTrue(lab.table().contains("what was logged before is gone"), lab.table());
    assertEquals(
        "2026-01-01T00:00:07Z",
        json(lab).getAsJsonArray("clients").get(0).getAsJsonObject().get("begins").getAsString());
  }

  @Test
  void aClientThatStartedLongAfterTheChangeIsToldOf() {
    LabLogText soon = new LabLogText().started(5, 5).watching("client-wan-1", 8);
    assertNotNull(onlyClient(soon).dataStart());
    assertFalse(soon.table().contains("figures begin"), soon.table());

    LabLogText late = new LabLogText().started(5, 5).watching("client-wan-1", 100);
    assertTrue(late.table().contains(", when started"), late.table());
  }

  @Test
  void manyClientsWhoseLogsBeginLateShareALine() {
    LabLogText lab = new LabLogText().started(5, 5);
    for (int n = 1; n <= 5; n++) {
      lab.greeted("client-wan-" + n, 6 + n, 0.4, 30);
    }
    String last = lab.table().lines().toList().getLast();
    assertTrue(last.startsWith("  client-wan-1 and 4 more: figures begin at "), last);
    assertTrue(last.endsWith(":11.000 at the latest, what was logged before is gone"), last);
  }

  @Test
  void whatWasBeforeARebootOfTheHostIsDropped() {
    LabLogText lab = new LabLogText().started(1000, 990).watching("client-wan-1", 1001);
    lab.greeted("client-wan-1", 1002, 0.4, 900).changing(1003).changed(1003, 1004);
    lab.started(10, 1004); // the file still has the time of the boot before
    lab.watching("client-wan-1", 11).greeted("client-wan-1", 12, 0.4, 30);
    ClientStatistics client = onlyClient(lab);
    assertEquals(1, client.greetings());
    assertEquals(0, client.overlapping());
    assertTrue(client.greeting().at(100) < 31_000_000);
  }

  @Test
  void aClientThatWasRestartedGoesOnCounting() {
    LabLogText lab = new LabLogText().started(5, 5).watching("client-wan-1", 4);
    lab.greeted("client-wan-1", 6, 0.4, 30).watching("client-wan-1", 8);
    lab.greeted("client-wan-1", 9, 0.4, 30);
    assertEquals(2, onlyClient(lab).greetings());
  }

  @Test
  void aCutLinkIsShownAsWhatItIs() {
    LabLogText lab = new LabLogText().started(5, 5).cut(7);
    lab.watching("client-wan-1", 4).failed("client-wan-1", 8, 38, "read-timeout");
    assertEquals("cut", json(lab).get("state").getAsString());
    assertEquals("broadband", json(lab).get("profile").getAsString());
    assertTrue(lab.table().startsWith("  link      cut: no byte crosses\n"), lab.table());
    assertTrue(lab.table().contains("        -         -    -"), lab.table());
  }

  @Test
  void linesThatAreNoEventsAreCountedAndDoNoHarm() {
    LabLogText lab = new LabLogText().line("Attaching to client-lan-1").started(5, 5);
    lab.line("client-wan-1   | OpenJDK 64-Bit Server VM warning: something");
    lab.line("client-wan-1   | {\"time\":\"2026-01-01T00:00:06Z\",\"event\":\"greeted\"}");
    lab.line("server-1       | {\"event\":\"listening\"}");
    lab.greeted("client-wan-1", 6, 0.4, 30);
    Run run = Run.onInput(lab.toString(), "report");
    assertEquals(0, run.status());
    assertEquals(
        "client: 2 lines of the log are not events and left out, the first: client-wan-1   | OpenJDK"
            + " 64-Bit Server VM warning: something\n",
        run.err());
    assertEquals(1, onlyClient(lab).greetings());
  }

  @Test
  void aHundredThousandLinesAreReadAtOnce() {
    StringBuilder lines = new StringBuilder(new LabLogText().started(5, 5).toString());
    for (String client : List.of("lan-1", "lan-2", "wan-1", "wan-2", "wan-3")) {
      String line = new LabLogText().greeted("client-" + client, 6, 0.4, 0).toString();
      lines.append(line.repeat(20_000));
    }
    String text = lines.toString();
    long start = System.nanoTime();
    Run run = Run.onInput(text, "report");
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(run.out().contains("client-wan-3    20000"), run.out());
    assertTrue(seconds < 10, "took " + seconds + " s");
  }

  private static ClientStatistics onlyClient(LabLogText lab) {
    List<ClientStatistics> clients = lab.report().clients();
    assertEquals(1, clients.size());
    return clients.getFirst();
  }

  private static JsonObject json(LabLogText lab) {
    return JsonParser.parseString(JsonReport.print(lab.report())).getAsJsonObject();
  }
}
