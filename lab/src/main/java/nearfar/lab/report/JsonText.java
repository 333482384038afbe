package nearfar.lab.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nearfar.lab.Exchange;
import nearfar.lab.Side;
import nearfar.lab.report.LabReport.CalibrationRow;
import nearfar.lab.report.LabReport.Mark;
import nearfar.lab.report.LabReport.Outcome;
import nearfar.lab.report.LabReport.Row;
import org.jspecify.annotations.Nullable;

/**
 * The whole report as JSON. Fields that end in {@code _ms} are milliseconds; moments count from the
 * timeline's zero. Unknown values are left out.
 */
final class JsonText {
  /** An outcome or a side. */
  static final JsonSerializer<Enum<?>> LOWER_CASE =
      (constant, type, context) -> new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT));

  /** JSON has no NaN and no infinity; both mean here that nothing was measured. */
  private static final JsonSerializer<Double> FINITE =
      (number, type, context) ->
          Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;

  private static final Gson GSON =
      builder()
          .registerTypeHierarchyAdapter(List.class, new Lines())
          .setFormattingStyle(FormattingStyle.PRETTY)
          .create();

  private JsonText() {}

  static String of(LabReport report) {
    return GSON.toJson(Whole.of(report)) + '\n';
  }

  private static GsonBuilder builder() {
    return new GsonBuilder()
        .setFieldNamingStrategy(JsonText::name)
        .registerTypeHierarchyAdapter(Enum.class, LOWER_CASE)
        .registerTypeAdapter(double.class, FINITE)
        .registerTypeAdapter(Double.class, FINITE)
        .disableHtmlEscaping();
  }

  private static String name(Field field) {
    return FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES
        .translateName(field)
        .replace("millis", "ms");
  }

  private record Whole(
      String title,
      String idea,
      Outcome outcome,
      String began,
      double lengthMs,
      Map<String, String> facts,
      List<Expected> expectations,
      List<Done> timeline,
      List<CalibrationRow> calibration,
      List<Client> clients,
      List<Tried> exchanges) {

    static Whole of(LabReport report) {
      long zero = report.zeroNanos();
      Clients clients = new Clients(report);
      return new Whole(
          report.title(),
          report.idea(),
          report.outcome(),
          report.began().toString(),
          Millis.of(report.endNanos() - zero),
          report.facts(),
          report.rows().stream().map(row -> Expected.of(row, zero)).toList(),
          report.marks().stream().map(mark -> Done.of(mark, zero)).toList(),
          report.calibrations(),
          clients.names().stream().map(name -> Client.of(name, clients.statistics(name))).toList(),
          report.exchanges().stream().map(exchange -> Tried.of(exchange, zero)).toList());
    }
  }

  private record Expected(
      String name,
      Outcome outcome,
      String who,
      double fromMs,
      double toMs,
      String expected,
      String measured) {

    static Expected of(Row row, long zero) {
      return new Expected(
          row.name(),
          row.outcome(),
          row.who(),
          Millis.of(row.fromNanos() - zero),
          Millis.of(row.toNanos() - zero),
          row.expected(),
          row.measured());
    }
  }

  private record Done(String name, String text, double beganMs, double doneMs) {
    static Done of(Mark mark, long zero) {
      return new Done(
          mark.name(),
          mark.text(),
          Millis.of(mark.beganNanos() - zero),
          Millis.of(mark.doneNanos() - zero));
    }
  }

  private record Client(
      String client,
      Side side,
      int greeted,
      int failed,
      @Nullable Double connectP50Ms,
      @Nullable Double greetingP50Ms,
      @Nullable Double greetingP99Ms,
      @Nullable Double greetingMaxMs,
      Map<String, Integer> reasons) {

    static Client of(String name, Statistics statistics) {
      return new Client(
          name,
          Clients.side(name),
          statistics.greeted(),
          statistics.failed(),
          statistics.connect(50),
          statistics.greeting(50),
          statistics.greeting(99),
          statistics.greeting(100),
          statistics.reasons());
    }
  }

  private record Tried(
      String client,
      double startMs,
      double endMs,
      @Nullable Double connectMs,
      @Nullable Double greetingMs,
      @Nullable String reason,
      long bytes,
      @Nullable String crc32c) {

    static Tried of(Exchange exchange, long zero) {
      return new Tried(
          exchange.client(),
          Millis.of(exchange.startNanos() - zero),
          Millis.of(exchange.endNanos() - zero),
          millis(exchange.connect()),
          millis(exchange.greeting()),
          exchange.reason(),
          exchange.bytes(),
          exchange.crc32c());
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
      return duration == null ? null : Millis.of(duration);
    }
  }

  /** Each element of an array is one line, so that tools for lines can search and compare them. */
  private static final class Lines extends TypeAdapter<List<?>> {
    private static final Gson LINE =
        builder()
            .setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true))
            .create();

    @Override
    public void write(JsonWriter out, List<?> elements) throws IOException {
      out.beginArray();
      for (Object element : elements) {
        out.jsonValue(LINE.toJson(element));
      }
      out.endArray();
    }

    @Override
    public List<?> read(JsonReader in) {
      throw new UnsupportedOperationException("a report is only written");
    }
  }
}
