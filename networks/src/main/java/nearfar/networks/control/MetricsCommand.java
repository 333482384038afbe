package nearfar.networks.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

/** Copies Toxiproxy's metrics from the control network to programs that cannot reach it. */
final class MetricsCommand extends Command {
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final int MOST_BYTES = 1 << 20;

  private static final OptionSpec<Path> FILE =
      OptionSpec.value(
          "file",
          "FILE",
          null,
          Path::of,
          "Runs until it is stopped and keeps them in a file; removes the file while the gateway does not answer.");

  private static List<OptionSpec<?>> flags() {
    List<OptionSpec<?>> flags = new ArrayList<>(GatewayOption.FLAGS);
    flags.add(FILE);
    return flags;
  }

  MetricsCommand() {
    super(
        Usage.of(
            "wan-control metrics",
            List.of(
                "Prints the metrics of the gateway's Toxiproxy, in the text format of Prometheus."),
            List.of(),
            flags()));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException, InterruptedException {
    GatewayOption gateway = GatewayOption.of(given);
    Path file = given.valueIfAny(FILE);
    if (file == null) {
      System.out.print(ask(gateway));
      return ExitCode.DONE.status();
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    CountDownLatch never = new CountDownLatch(1);
    do {
      String metrics;
      try {
        metrics = ask(gateway);
      } catch (IOException noAnswer) {
        remove(file);
        continue;
      }
      try {
        Files.writeString(draft, metrics);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException full) {
        // For example on a full disk. The next write may succeed.
        System.err.println("wan-control: the metrics were not written: " + full.getMessage());
      }
    } while (!never.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    return ExitCode.DONE.status();
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      System.err.println("wan-control: old metrics were not removed: " + kept.getMessage());
    }
  }

  private static String ask(GatewayOption gateway) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://%s:%d/metrics".formatted(gateway.host(), gateway.port()))
                .toURL()
                .openConnection();
    connection.setConnectTimeout((int) LONGEST.toMillis());
    connection.setReadTimeout((int) LONGEST.toMillis());
    try (InputStream answer = connection.getInputStream()) {
      return new String(answer.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } finally {
      connection.disconnect();
    }
  }
}
