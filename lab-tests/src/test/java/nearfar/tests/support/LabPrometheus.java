package nearfar.tests.support;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Queries a lab's Prometheus through its published port. */
public record LabPrometheus(int port, HttpClient http) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public LabPrometheus(int port) {
    this(port, HttpClient.newHttpClient());
  }

  /**
   * The value of the expression now.
   *
   * @throws AssertionError if Prometheus rejects it
   */
  public JsonArray query(String expression) {
    URI question =
        URI.create(
            "http://127.0.0.1:%d/api/v1/query?query=%s"
                .formatted(port, URLEncoder.encode(expression, StandardCharsets.UTF_8)));
    try {
      String body =
          http.send(
                  HttpRequest.newBuilder(question).timeout(PATIENCE).build(),
                  BodyHandlers.ofString())
              .body();
      JsonObject answer = JsonParser.parseString(body).getAsJsonObject();
      if (!answer.get("status").getAsString().equals("success")) {
        throw new AssertionError(expression + ": " + body);
      }
      return answer.getAsJsonObject("data").getAsJsonArray("result");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** The single value of the expression; NaN if it has none. */
  public double number(String expression) {
    JsonArray result = query(expression);
    return result.isEmpty()
        ? Double.NaN
        : result.get(0).getAsJsonObject().getAsJsonArray("value").get(1).getAsDouble();
  }

  @Override
  public void close() {
    http.close();
  }
}
