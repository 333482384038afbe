package nearfar.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nearfar.client.cli.Run;
import org.junit.jupiter.api.Test;

class LogLineFormatterTest {

  @Test
  void eventsBecomeLinesForPeople() {
    LabLogText lab = new LabLogText().guarding(5, 5).watching("client-wan-1", 6);
    lab.greeted("client-wan-1", 7.123, 0.4, 31.25).failed("client-wan-1", 8, 8, "refused");
    lab.changing(9).lost(10).flapped(11, 1, "refused").flapped(12, 2, "up");
    lab.forgotten(13, "it is not what was saved");
    assertEquals(
        """
        wan-control-1  guarding  broadband: down 12ms ±3ms 50mbit, up 12ms ±3ms 10mbit, per connection
        client-wan-1   watching  server port 4444 every 1s
        client-wan-1   greeted   connect 0.4 ms  greeting 31.3 ms
        client-wan-1   failed    refused
        wan-control-1  changing  to broadband
        wan-control-1  lost      the gateway does not answer
        wan-control-1  flapped   to refused, turn 1
        wan-control-1  flapped   to up, turn 2
        wan-control-1  forgotten it is not what was saved
        """,
        Run.onInput(lab.toString(), "report", "--follow")
            .out()
            .replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  ", ""));
  }

  @Test
  void everyDocumentedEventBecomesALineForPeople() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "logs.md"));
    List<String> events =
        Pattern.compile("(?ms)^### (client|wan-control) `([a-z-]+)`$(.*?)(?=^### |\\z)")
            .matcher(page)
            .results()
            .map(event ->
                "%s-1 | {\"time\":\"2026-01-01T00:00:00Z\",\"event\":\"%s\"%s}"
                    .formatted(event.group(1), event.group(2), fields(event.group(3))))
            .toList();
    assertEquals(11, events.size());
    events.forEach(event -> assertFalse(LogLineFormatter.text(event).contains("{"), event));
  }

  private static String fields(String rows) {
    return Pattern.compile("(?m)^\\| `([a-z0-9_]+)`\\?? \\| (number|string)")
        .matcher(rows)
        .results()
        .map(row ->
            ",\"%s\":%s".formatted(row.group(1), row.group(2).equals("number") ? "1" : "\"-\""))
        .collect(Collectors.joining());
  }

  @Test
  void aLineThatIsNotAnEventIsUnchanged() {
    String lines =
        """
        client-wan-1 exited with code 137
        client-wan-1  | a message of the JVM
        client-wan-1  | {"event":"greeted"}
        """;
    assertEquals(lines, Run.onInput(lines, "report", "--follow").out());
  }

  @Test
  void nearFarAndTheLinkHaveDifferentColoursAndErrorsAreRed() {
    LabLogText lab = new LabLogText().guarding(5, 5).greeted("client-lan-1", 7, 0.4, 0.5);
    lab.greeted("client-wan-1", 7, 0.4, 31.25).failed("client-wan-1", 8, 8, "refused");
    lab.flapped(9, 1, "refused").forgotten(10, "it is not what was saved");
    String plain = Run.onInput(lab.toString(), "report", "--follow").out();
    String colored = Run.onInput(lab.toString(), "report", "--follow", "--color").out();
    assertEquals(plain, colored.replaceAll("\u001b\\[\\d*m", ""));
    assertEquals(
        List.of("1,0,1,0", "36,0,36,0", "33,0,33,0", "33,0,31,0", "1,0,1,0", "1,0,31,0"),
        colored.lines().map(LogLineFormatterTest::codes).toList());
  }

  private static String codes(String line) {
    return Pattern.compile("\u001b\\[(\\d+)m")
        .matcher(line)
        .results()
        .map(code -> code.group(1))
        .collect(Collectors.joining(","));
  }

  @Test
  void eachJsonEventNamesItsContainer() {
    String lines =
        """
        client-wan-1  | {"time":"2026-01-01T00:00:00.000Z","event":"failed","reason":"refused"}
        client-wan-1  | a message of the JVM
        """;
    assertEquals(
        """
        {"who":"client-wan-1","time":"2026-01-01T00:00:00.000Z","event":"failed","reason":"refused"}
        {"who":"client-wan-1","event":"text","text":"a message of the JVM"}
        """,
        Run.onInput(lines, "report", "--follow", "--json").out());
  }
}
