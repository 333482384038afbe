package nearfar.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
  @Test
  void anExpectationIsATestCaseAndAFailedOneTellsExpectedAndMeasured() throws Exception {
    Document xml = parse(SampleReports.of("cut-and-heal", 1, 2));
    Element suite = first(xml, "testsuite");
    assertEquals("5", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("0", suite.getAttribute("skipped"));
    assertEquals("20.000", suite.getAttribute("time"));
    assertEquals("2026-03-01T09:30:00Z", suite.getAttribute("timestamp"));
    Element failure = first(xml, "failure");
    assertEquals(
        "expected each greeted within 500 ms; measured client-wan-2 after 612 ms",
        failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("from 10.05 to 14.00 s"));
    Element failed = (Element) failure.getParentNode();
    assertEquals("recovery within half a second", failed.getAttribute("name"));
    assertEquals("cut-and-heal", failed.getAttribute("classname"));
  }

  @Test
  void seedAndVersionsAreProperties() throws Exception {
    Document xml = parse(SampleReports.of("cut-and-heal", 1, 2));
    assertEquals("seed", first(xml, "property").getAttribute("name"));
    assertEquals("8231094417", first(xml, "property").getAttribute("value"));
  }

  @Test
  void withoutAVerdictACaseIsSkippedForTheLinksDoubtAndNotFailed() throws Exception {
    Document xml =
        parse(
            new LabReport(
                "inconclusive",
                "",
                Instant.EPOCH,
                0,
                1,
                List.of(),
                List.of(),
                List.of(new Row("far", "far", 0, 1, "much", "little", Outcome.INCONCLUSIVE)),
                List.of(
                    new CalibrationRow(
                        "lte", "down", 35, 0, 60, 61, 62, 9, false, "a CPU quota of 10 %")),
                Map.of(),
                Outcome.INCONCLUSIVE));
    assertEquals("0", first(xml, "testsuite").getAttribute("failures"));
    assertEquals("1", first(xml, "testsuite").getAttribute("skipped"));
    assertEquals("lte down: a CPU quota of 10 %", first(xml, "skipped").getAttribute("message"));
  }

  @Test
  void aFailureThatIsNoExpectationsHasACaseOfItsOwn() throws Exception {
    LabReport empty = SampleReports.empty();
    Document xml =
        parse(
            new LabReport(
                "a test that threw",
                "no exception",
                empty.began(),
                0,
                1,
                List.of(),
                List.of(),
                List.of(new Row("held", "far", 0, 1, "", "", Outcome.HELD)),
                List.of(),
                Map.of(),
                Outcome.FAILED));
    assertEquals("2", first(xml, "testsuite").getAttribute("tests"));
    assertEquals("1", first(xml, "testsuite").getAttribute("failures"));
  }

  @Test
  void anyTextIsWellFormed() throws Exception {
    String hostile = "</failure>]]> & \"'<!-- \u0000\u0008\u001b[31m \uFFFF \uD83D \uD83D\uDE00";
    Document xml = parse(SampleReports.saying(hostile));
    assertTrue(first(xml, "testcase").getAttribute("name").contains("</failure>]]> & \"'<!--"));
    assertTrue(first(xml, "testcase").getAttribute("name").endsWith("\uD83D\uDE00"));
  }

  private static Document parse(LabReport report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JunitXml.of(report))));
  }

  private static Element first(Document xml, String name) {
    return (Element) xml.getElementsByTagName(name).item(0);
  }
}
