package nearfar.lab.report;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;

/**
 * A report in the XML that CI servers read as JUnit's: a test case per expectation. An inconclusive
 * one is skipped, not failed.
 */
final class JunitXml {
  private final LabReport report;
  private final XMLStreamWriter xml;

  private JunitXml(LabReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static String of(LabReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new JunitXml(report, xml).suites();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a string cannot be written to", impossible);
    }
    return text.append('\n').toString();
  }

  private void suites() throws XMLStreamException {
    List<Row> rows = rowsOrWhole();
    line(0);
    xml.writeStartElement("testsuites");
    counts(rows);
    line(1);
    xml.writeStartElement("testsuite");
    counts(rows);
    attribute("timestamp", report.began().truncatedTo(ChronoUnit.SECONDS).toString());
    properties();
    for (Row row : rows) {
      testCase(row);
    }
    line(1);
    xml.writeEndElement();
    line(0);
    xml.writeEndElement();
  }

  /** Adds a case if no row has the report's outcome, as after a test that threw. */
  private List<Row> rowsOrWhole() {
    if (report.rows().stream().anyMatch(row -> row.outcome() == report.outcome())) {
      return report.rows();
    }
    Row whole =
        new Row(
            report.title(),
            "all",
            report.zeroNanos(),
            report.endNanos(),
            report.idea(),
            OutcomeText.of(report.outcome()),
            report.outcome());
    return Stream.concat(report.rows().stream(), Stream.of(whole)).toList();
  }

  private void counts(List<Row> rows) throws XMLStreamException {
    attribute("name", report.title());
    attribute("tests", Integer.toString(rows.size()));
    attribute("failures", count(rows, Outcome.FAILED));
    attribute("errors", "0");
    attribute("skipped", count(rows, Outcome.INCONCLUSIVE));
    attribute("time", seconds(report.endNanos() - report.zeroNanos()));
  }

  private static String count(List<Row> rows, Outcome outcome) {
    return Long.toString(rows.stream().filter(row -> row.outcome() == outcome).count());
  }

  private void properties() throws XMLStreamException {
    if (report.facts().isEmpty()) {
      return;
    }
    line(2);
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> fact : report.facts().entrySet()) {
      line(3);
      xml.writeEmptyElement("property");
      attribute("name", fact.getKey());
      attribute("value", fact.getValue());
    }
    line(2);
    xml.writeEndElement();
  }

  private void testCase(Row row) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", row.name());
    attribute("classname", report.title());
    attribute("time", seconds(row.toNanos() - row.fromNanos()));
    switch (row.outcome()) {
      case HELD -> {}
      case FAILED -> {
        line(3);
        xml.writeStartElement("failure");
        attribute("type", "expectation");
        attribute("message", "expected " + row.expected() + "; measured " + row.measured());
        text(
            "%s, %s\nexpected %s\nmeasured %s"
                .formatted(row.who(), window(row), row.expected(), row.measured()));
        xml.writeEndElement();
      }
      case INCONCLUSIVE -> {
        line(3);
        xml.writeEmptyElement("skipped");
        attribute("message", doubt(row));
      }
    }
    line(3);
    xml.writeStartElement("system-out");
    text("%s, %s: %s".formatted(row.who(), window(row), row.measured()));
    xml.writeEndElement();
    line(2);
    xml.writeEndElement();
  }

  private String doubt(Row row) {
    String doubts =
        report.calibrations().stream()
            .filter(each -> !each.trusted())
            .map(each -> each.link() + " " + each.direction() + ": " + each.doubt())
            .collect(Collectors.joining("; "));
    return doubts.isEmpty() ? row.measured() : doubts;
  }

  private String window(Row row) {
    return "from %s to %s s"
        .formatted(
            Millis.seconds(row.fromNanos() - report.zeroNanos()),
            Millis.seconds(row.toNanos() - report.zeroNanos()));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(allowed(text));
  }

  /** XML allows no control characters and no unpaired surrogates, not even escaped. */
  private static String allowed(String text) {
    return text.codePoints()
        .map(each -> isAllowed(each) ? each : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
