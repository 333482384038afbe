package nearfar.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Outcome;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private final JsonObject json = parse(SampleReports.of("cut-and-heal", 1, 2));

  @Test
  void theFieldsStandInAnOrderThatStays() {
    assertEquals(
        List.of(
            "title",
            "idea",
            "outcome",
            "began",
            "length_ms",
            "facts",
            "expectations",
            "timeline",
            "calibration",
            "clients",
            "exchanges"),
        List.copyOf(json.keySet()));
    assertEquals("8231094417", json.getAsJsonObject("facts").get("seed").getAsString());
  }

  @Test
  void momentsCountFromTheTimelinesZeroInMilliseconds() {
    assertEquals(20_000, json.get("length_ms").getAsDouble());
    JsonObject heal = json.getAsJsonArray("timeline").get(1).getAsJsonObject();
    assertEquals(10_000, heal.get("began_ms").getAsDouble());
    assertEquals(10_050, heal.get("done_ms").getAsDouble());
  }

  @Test
  void anExpectationIsToldWithWhatWasExpectedAndMeasured() {
    assertEquals(
        """
        {"name":"recovery within half a second","outcome":"failed","who":"far","from_ms":10050.0,\
        "to_ms":14000.0,"expected":"each greeted within 500 ms",\
        "measured":"client-wan-2 after 612 ms"}\
        """,
        json.getAsJsonArray("expectations").get(3).toString());
  }

  @Test
  void allExchangesAreToldAndWhatIsNotKnownIsLeftOut() {
    assertEquals(
        SampleReports.of("cut-and-heal", 1, 2).exchanges().size(),
        json.getAsJsonArray("exchanges").size());
    JsonObject failed =
        json.getAsJsonArray("exchanges").asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> each.has("reason"))
            .findFirst()
            .orElseThrow();
    assertFalse(failed.has("greeting_ms"), failed.toString());
    assertTrue(failed.has("connect_ms"), failed.toString());
  }

  @Test
  void clientsAreCountedNearOnesFirst() {
    assertEquals(
        List.of("client-lan-1", "client-wan-1", "client-wan-2", "client-wan-10"),
        new Clients(SampleReports.of("order", 1, 10))
            .names().stream().filter(name -> name.matches(".*-(1|2|10)")).toList());
    JsonObject first = json.getAsJsonArray("clients").get(0).getAsJsonObject();
    assertEquals("near", first.get("side").getAsString());
    assertEquals(0, first.get("failed").getAsInt());
  }

  @Test
  void aFigureThatIsNoNumberIsLeftOut() {
    LabReport report =
        new LabReport(
            "nothing measured",
            "",
            Instant.EPOCH,
            0,
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new CalibrationRow(
                    "cut", "down", 0, 0, Double.NaN, Double.POSITIVE_INFINITY, 1, 0, false, "?")),
            Map.of(),
            Outcome.INCONCLUSIVE);
    JsonObject row = parse(report).getAsJsonArray("calibration").get(0).getAsJsonObject();
    assertFalse(row.has("floor_ms"), row.toString());
    assertFalse(row.has("p50_ms"), row.toString());
    assertEquals(1, row.get("p99_ms").getAsDouble());
  }

  @Test
  void eachExchangeHasALineOfItsOwn() {
    LabReport report = SampleReports.of("lines", 1, 2);
    long lines = JsonText.of(report).lines().filter(line -> line.contains("\"start_ms\"")).count();
    assertEquals(report.exchanges().size(), lines);
  }

  private static JsonObject parse(LabReport report) {
    return JsonParser.parseString(JsonText.of(report)).getAsJsonObject();
  }
}
