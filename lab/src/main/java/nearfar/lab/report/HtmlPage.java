package nearfar.lab.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/**
 * A report as one HTML file. It contains style, scripts and data, and its content security policy
 * forbids loading anything. The template escapes every text.
 */
final class HtmlPage {
  private static final Template TEMPLATE =
      Mustache.compiler().compile(Resources.text("report.html.mustache"));

  private HtmlPage() {}

  static String of(LabReport report) {
    return TEMPLATE.execute(new PageModel(report, new Clients(report)));
  }
}
