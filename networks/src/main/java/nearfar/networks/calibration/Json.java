package nearfar.networks.calibration;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/** Links and calibrations as JSON: times in milliseconds, rates in bits per second. */
public final class Json {
  private static final int DIGITS_OF_NANOS = 6;

  private Json() {}

  /** One line for programs. */
  public static String of(List<Calibration> calibrations) {
    JsonArray all = new JsonArray();
    for (Calibration calibration : calibrations) {
      JsonObject json = new JsonObject();
      json.addProperty("name", calibration.link().name());
      calibration.directions().forEach(direction -> json.add(direction.direction(), of(direction)));
      json.add("circumstances", of(calibration.conditions()));
      json.addProperty("trusted", calibration.doubt().isEmpty());
      calibration.doubt().ifPresent(doubt -> json.addProperty("doubt", doubt));
      all.add(json);
    }
    return all.toString();
  }

  /**
   * Reads what {@link #of(List)} wrote.
   *
   * @throws RuntimeException of various kinds, if it is something else
   */
  public static List<Calibration> calibrations(String text) {
    return StreamSupport.stream(JsonParser.parseString(text).getAsJsonArray().spliterator(), false)
        .map(each -> calibration(each.getAsJsonObject()))
        .toList();
  }

  private static Calibration calibration(JsonObject json) {
    DirectionCalibration down = direction("down", json.getAsJsonObject("down"));
    DirectionCalibration up = direction("up", json.getAsJsonObject("up"));
    return new Calibration(
        new Link(json.get("name").getAsString(), down.asked(), up.asked()),
        down,
        up,
        conditions(json.getAsJsonObject("circumstances")));
  }

  static JsonObject of(Link link) {
    JsonObject json = new JsonObject();
    json.addProperty("name", link.name());
    json.add("down", of(link.down()));
    json.add("up", of(link.up()));
    return json;
  }

  static Link link(JsonObject json) {
    return new Link(
        json.get("name").getAsString(),
        impairment(json.getAsJsonObject("down")),
        impairment(json.getAsJsonObject("up")));
  }

  private static JsonObject of(DirectionCalibration direction) {
    JsonObject json = new JsonObject();
    json.add("asked", of(direction.asked()));
    json.add("measured", of(direction.measured()));
    json.add("nothing_added", of(direction.path()));
    json.addProperty("error_p50_ms", millis(direction.errorOfP50()));
    json.addProperty("error_p99_ms", millis(direction.errorOfP99()));
    return json;
  }

  private static DirectionCalibration direction(String direction, JsonObject json) {
    return new DirectionCalibration(
        direction,
        impairment(json.getAsJsonObject("asked")),
        measured(json.getAsJsonObject("measured")),
        measured(json.getAsJsonObject("nothing_added")));
  }

  private static JsonObject of(Impairment impairment) {
    JsonObject json = new JsonObject();
    json.addProperty("delay_ms", millis(impairment.delay()));
    json.addProperty("jitter_ms", millis(impairment.jitter()));
    addRate(json, impairment.rate());
    return json;
  }

  private static Impairment impairment(JsonObject json) {
    return new Impairment(duration(json, "delay_ms"), duration(json, "jitter_ms"), rate(json));
  }

  private static JsonObject of(Measurement measured) {
    JsonObject json = new JsonObject();
    json.addProperty("sent", measured.sent());
    json.addProperty("samples", measured.samples());
    json.addProperty("floor_ms", millis(measured.floor()));
    json.addProperty("p50_ms", millis(measured.p50()));
    json.addProperty("p99_ms", millis(measured.p99()));
    json.addProperty("jitter_ms", millis(measured.jitter()));
    addRate(json, measured.rate());
    return json;
  }

  private static Measurement measured(JsonObject json) {
    return new Measurement(
        json.get("sent").getAsInt(),
        json.get("samples").getAsInt(),
        duration(json, "floor_ms"),
        duration(json, "p50_ms"),
        duration(json, "p99_ms"),
        duration(json, "jitter_ms"),
        rate(json));
  }

  private static JsonObject of(MeasurementConditions conditions) {
    JsonObject json = new JsonObject();
    json.addProperty("load", conditions.load());
    json.addProperty("cores", conditions.cores());
    json.addProperty("busy", conditions.busy());
    if (conditions.gateway() != null) {
      json.addProperty("gateway_cpus", conditions.gateway().cpus());
      json.addProperty("gateway_throttled", conditions.gateway().throttled());
    }
    json.addProperty("throttled", conditions.throttled());
    return json;
  }

  private static MeasurementConditions conditions(JsonObject json) {
    return new MeasurementConditions(
        json.get("load").getAsDouble(),
        json.get("cores").getAsInt(),
        json.get("busy").getAsDouble(),
        json.has("gateway_cpus")
            ? new Quota(
                json.get("gateway_cpus").getAsDouble(), json.get("gateway_throttled").getAsLong())
            : null,
        json.get("throttled").getAsLong());
  }

  private static void addRate(JsonObject json, @Nullable Rate rate) {
    if (rate != null) {
      json.addProperty("rate_bit", rate.bitsPerSecond());
    }
  }

  private static @Nullable Rate rate(JsonObject json) {
    return json.has("rate_bit") ? new Rate(json.get("rate_bit").getAsLong()) : null;
  }

  private static BigDecimal millis(Duration duration) {
    BigDecimal millis =
        BigDecimal.valueOf(duration.toNanos(), DIGITS_OF_NANOS).stripTrailingZeros();
    return millis.scale() < 0 ? millis.setScale(0) : millis; // 100, not 1E+2
  }

  private static Duration duration(JsonObject json, String field) {
    return Duration.ofNanos(
        json.get(field).getAsBigDecimal().movePointRight(DIGITS_OF_NANOS).longValueExact());
  }
}
