package nearfar.lab.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nearfar.lab.Exchange;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Row;

/** What the page's script draws, as small as it may be: JSON in which no {@code <} stands. */
final class ChartData {
  /** More steps than a curve has pixels would not be seen. */
  private static final int CURVE = 400;

  private final LabReport report;
  private final Clients clients;

  private ChartData(LabReport report, Clients clients) {
    this.report = report;
    this.clients = clients;
  }

  static String of(LabReport report, Clients clients) {
    // Gson escapes what would end the script element; JsonObject's own toString does not.
    return new Gson().toJson(new ChartData(report, clients).data());
  }

  private JsonObject data() {
    JsonObject data = new JsonObject();
    data.addProperty("length", seconds(report.endNanos()));
    JsonArray names = new JsonArray();
    JsonArray sides = new JsonArray();
    for (String name : clients.names()) {
      names.add(name);
      sides.add(kind(Clients.side(name)));
    }
    data.add("clients", names);
    data.add("sides", sides);
    data.add("points", points());
    data.add("marks", marks());
    data.add("windows", windows());
    JsonObject curves = new JsonObject();
    for (Side side : Side.values()) {
      curves.add(kind(side), curve(clients.statistics(side).greetings()));
    }
    data.add("curves", curves);
    return data;
  }

  private JsonObject points() {
    Downsampled thinned = Downsampled.of(clients, report.zeroNanos(), report.endNanos());
    List<Exchange> all = new ArrayList<>(thinned.kept());
    all.sort(Comparator.comparingLong(Exchange::startNanos));
    List<String> reasons = new ArrayList<>();
    JsonArray at = new JsonArray();
    JsonArray of = new JsonArray();
    JsonArray took = new JsonArray();
    JsonArray why = new JsonArray();
    for (Exchange exchange : all) {
      at.add(seconds(exchange.startNanos()));
      of.add(clients.names().indexOf(exchange.client()));
      String reason = exchange.reason();
      if (reason == null) {
        took.add(Millis.of(exchange.greetingTime()));
        why.add(-1);
      } else {
        if (!reasons.contains(reason)) {
          reasons.add(reason);
        }
        took.add(Millis.of(exchange.endNanos() - exchange.startNanos()));
        why.add(reasons.indexOf(reason));
      }
    }
    JsonObject points = new JsonObject();
    points.add("at", at);
    points.add("client", of);
    points.add("ms", took);
    points.add("why", why);
    JsonArray names = new JsonArray();
    reasons.forEach(names::add);
    points.add("reasons", names);
    points.addProperty("left_out", thinned.leftOut());
    return points;
  }

  private JsonArray marks() {
    JsonArray marks = new JsonArray();
    for (Mark mark : report.marks()) {
      JsonObject each = new JsonObject();
      each.addProperty("name", mark.name());
      each.addProperty("text", mark.text());
      each.addProperty("from", seconds(mark.beganNanos()));
      each.addProperty("to", seconds(mark.doneNanos()));
      marks.add(each);
    }
    return marks;
  }

  private JsonArray windows() {
    JsonArray windows = new JsonArray();
    for (Row row : report.rows()) {
      JsonObject each = new JsonObject();
      each.addProperty("name", row.name());
      each.addProperty("from", seconds(row.fromNanos()));
      each.addProperty("to", seconds(row.toNanos()));
      each.addProperty("outcome", row.outcome().name().toLowerCase(Locale.ROOT));
      each.addProperty("sign", OutcomeText.sign(row.outcome()));
      windows.add(each);
    }
    return windows;
  }

  /** The share, in percent, of greetings that took no longer than so many milliseconds. */
  private static JsonArray curve(double[] ascending) {
    JsonArray ms = new JsonArray();
    JsonArray share = new JsonArray();
    int steps = Math.min(ascending.length, CURVE);
    for (int step = 1; step <= steps; step++) {
      int rank = (int) Math.ceil((double) step / steps * ascending.length);
      ms.add(ascending[rank - 1]);
      share.add(Math.round(100_000.0 * rank / ascending.length) / 1000.0);
    }
    JsonArray curve = new JsonArray();
    curve.add(ms);
    curve.add(share);
    return curve;
  }

  private double seconds(long nanos) {
    return Millis.of(nanos - report.zeroNanos()) / 1000;
  }

  private static String kind(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
