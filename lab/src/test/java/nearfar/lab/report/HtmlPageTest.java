package nearfar.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.regex.Pattern;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Row;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script[^>]*>(.*?)</script>");
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @Test
  void thePageSaysAllThatTheReportDoes() {
    LabReport report = SampleReports.of("cut-and-heal", 1, 2);
    String page = HtmlPage.of(report);
    assertSays(page, "<h1>" + report.title() + "</h1>");
    assertSays(page, report.idea());
    assertSays(page, "4 of 5 expectations held");
    for (Row row : report.rows()) {
      for (String text : List.of(row.name(), row.who(), row.expected(), row.measured())) {
        assertSays(page, ">" + text + "<");
      }
    }
    for (Mark mark : report.marks()) {
      assertSays(page, ">" + mark.name() + "<");
      assertSays(page, ">" + mark.text() + "<");
    }
    for (CalibrationRow row : report.calibrations()) {
      assertSays(page, ">" + row.link() + "<");
      assertSays(page, row.trusted() ? "✔ yes" : ">p50 is 4.4 ms above");
    }
    report.facts().forEach((name, value) -> assertSays(page, name + "</dt><dd>" + value));
    for (String client : List.of("client-lan-1", "client-wan-1", "client-wan-2")) {
      assertSays(page, "</span>" + client + "</th>");
    }
  }

  @Test
  void aFailedExpectationIsToldByAWordAndASignBesideItsColour() {
    assertSays(
        HtmlPage.of(SampleReports.of("cut-and-heal", 1, 2)),
        "<tr class=\"failed\"><td class=\"verdict\"><span class=\"sign\" aria-hidden=\"true\">✘</span>failed</td>");
  }

  @Test
  void anInconclusivePageGivesTheReasonAndCallsNothingFailed() {
    String page = HtmlPage.of(SampleReports.crowded());
    assertSays(page, "</span>inconclusive</strong>");
    assertSays(page, "the service was not judged");
    assertSays(page, ">p50 is 4.4 ms above");
    assertFalse(page.contains("</span>failed"), "failed");
  }

  @Test
  void thePageLoadsNothing() {
    String page = HtmlPage.of(SampleReports.of("cut-and-heal", 25, 25));
    assertSays(
        page,
        "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
    String markup = SCRIPT.matcher(page).replaceAll("");
    for (String loading :
        List.of(
            "src=", "href=", "url(", "@import", "<link", "<iframe", "<object", "http:", "https:")) {
      assertFalse(markup.contains(loading), loading);
    }
    for (String loading :
        List.of("fetch(", "XMLHttpRequest", "WebSocket", "import(", "sendBeacon")) {
      assertFalse(page.contains(loading), loading);
    }
  }

  @Test
  void noTextIsReadAsMarkupOrEndsAScript() {
    String hostile =
        "</script><script>alert(1)</script><img src=x onerror=\"alert('2')\">&amp;{{title}}-->";
    String page = HtmlPage.of(SampleReports.saying(hostile));
    assertEquals(4, SCRIPT.matcher(page).results().count(), "scripts");
    assertFalse(page.contains("alert(1)</script>"), "a text ended a script");
    assertFalse(page.contains("<img"), "a text became an element");
    assertSays(page, "&amp;amp;{{title}}");
    JsonObject data = data(page);
    assertEquals(hostile, data.getAsJsonArray("clients").get(0).getAsString());
    assertEquals(
        hostile, data.getAsJsonArray("windows").get(0).getAsJsonObject().get("name").getAsString());
  }

  @Test
  void aReportOfNothingSaysSoAndHasNoEmptyTable() {
    String page = HtmlPage.of(SampleReports.empty());
    assertSays(page, "No client exchanged anything");
    assertSays(page, "Nothing was done to the lab");
    assertSays(page, "The link was not calibrated");
    assertFalse(page.contains("<table"), "an empty table");
    assertFalse(page.contains("class=\"chart\""), "an empty chart");
  }

  @Test
  void noElementIsEmptyButSignsThatTheScriptFills() {
    String page = HtmlPage.of(SampleReports.of("cut-and-heal", 1, 2));
    List<String> empty =
        Pattern.compile(
                "<(p|h1|h2|th|dt|dd|caption|summary|figcaption|tbody|strong)\\b[^>]*>\\s*</")
            .matcher(page)
            .results()
            .map(found -> found.group())
            .toList();
    assertEquals(List.of(), empty);
  }

  @Test
  void fiftyClientsAreFoldedAndStayFarBelowAMegabyte() {
    String page = HtmlPage.of(SampleReports.of("fifty", 25, 25));
    assertSays(page, "<details>");
    assertSays(page, "Each of the 50 clients");
    assertTrue(page.length() < 300_000, "characters: " + page.length());
  }

  @Test
  void ofVeryManyExchangesThePageDrawsThoseThatStandOutAndCountsTheOthers() {
    LabReport report = SampleReports.many("many", 100_000);
    String page = HtmlPage.of(report);
    assertTrue(page.length() < 1_000_000, "characters: " + page.length());
    JsonObject points = data(page).getAsJsonObject("points");
    int drawn = points.getAsJsonArray("at").size();
    assertEquals(report.exchanges().size(), drawn + points.get("left_out").getAsInt());
    double slowest =
        report.exchanges().stream()
            .mapToDouble(each -> Millis.of(each.greetingTime()))
            .max()
            .orElseThrow();
    JsonArray times = points.getAsJsonArray("ms");
    assertEquals(
        slowest,
        times.asList().stream().mapToDouble(each -> each.getAsDouble()).max().orElseThrow());
  }

  @Test
  void aCurveRisesToAHundredPercentAtTheSlowestGreeting() {
    JsonArray near =
        data(HtmlPage.of(SampleReports.many("many", 50_000)))
            .getAsJsonObject("curves")
            .getAsJsonArray("near");
    JsonArray shares = near.get(1).getAsJsonArray();
    assertTrue(shares.size() <= 400, "steps: " + shares.size());
    assertEquals(100, shares.get(shares.size() - 1).getAsDouble());
  }

  private static void assertSays(String page, String text) {
    assertTrue(page.contains(text), "not on the page: " + text);
  }

  private static JsonObject data(String page) {
    var found = DATA.matcher(page);
    assertTrue(found.find(), "no data on the page");
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }
}
