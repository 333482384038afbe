package nearfar.networks.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Toxiproxy's API for the one proxy, without toxics. Starts, as the lab's gateway, disabled. */
final class FakeGateway implements AutoCloseable {
  private final InetSocketAddress address;
  private HttpServer server;
  private volatile boolean enabled;

  FakeGateway() throws IOException {
    server = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = server.getAddress();
  }

  int port() {
    return address.getPort();
  }

  boolean enabled() {
    return enabled;
  }

  void stop() {
    server.stop(0);
  }

  /** As a process that was restarted. */
  void start() throws IOException {
    enabled = false;
    listen();
  }

  /** As the same process, which was out of reach. */
  void listen() throws IOException {
    server = bind(address);
  }

  private HttpServer bind(InetSocketAddress to) throws IOException {
    HttpServer bound = HttpServer.create(to, 0);
    bound.createContext("/proxies/wan", this::answer);
    bound.start();
    return bound;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!request.isEmpty()) {
      JsonObject change = JsonParser.parseString(request).getAsJsonObject();
      if (change.has("enabled")) {
        enabled = change.get("enabled").getAsBoolean();
      }
    }
    JsonObject proxy = new JsonObject();
    proxy.addProperty("name", "wan");
    proxy.addProperty("listen", "0.0.0.0:4444");
    proxy.addProperty("upstream", "origin:4444");
    proxy.addProperty("enabled", enabled);
    proxy.add("toxics", new JsonArray());
    String body = exchange.getRequestURI().getPath().endsWith("/toxics") ? "[]" : proxy.toString();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
