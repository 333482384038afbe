package nearfar.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A program for a container of the client's image, where nothing is but the JDK and the client:
 * runs {@code client once} for each host and port that it is given, as a process of its own each
 * time, and prints the answers, one a line in the same order.
 */
final class Probes {
  /** The answer of somebody who greeted; every other answer is the client's reason. */
  static final String GREETED = "greeted";

  /** Mostly they wait, for what never comes. */
  private static final int AT_ONCE = 4;

  private Probes() {}

  public static void main(String[] hostsAndPorts) throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < hostsAndPorts.length; i += 2) {
        String host = hostsAndPorts[i];
        String port = hostsAndPorts[i + 1];
        answers.add(executor.submit(() -> probe(host, port)));
      }
    }
    for (Future<String> answer : answers) {
      System.out.println(answer.get());
    }
  }

  private static String probe(String host, String port) throws Exception {
    Process once =
        new ProcessBuilder(
                "/opt/java/bin/java",
                "-XX:AOTCache=/app/client.aot",
                "-jar",
                "/app/client.jar",
                "once",
                host,
                port,
                "--connect-timeout",
                "700ms",
                "--read-timeout",
                "500ms")
            .redirectErrorStream(true)
            .start();
    String told = new String(once.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return switch (once.waitFor()) {
      case 0 -> GREETED;
      // Such as "client: refused: server:4444: nothing listens there".
      case 1 -> told.split(": ", 3)[1];
      default -> throw new IllegalStateException("the probe itself failed: " + told);
    };
  }
}
