package nearfar.client.cli;

import java.time.Duration;
import nearfar.client.Limits;
import picocli.CommandLine.Option;

/** The options that bound an exchange. */
final class LimitOptions {

  @Option(
      names = "--connect-timeout",
      paramLabel = "DURATION",
      defaultValue = Limits.DEFAULT_CONNECT_TIMEOUT,
      converter = Converters.InRange.class,
      description =
          "How long connecting may take (now ${DEFAULT-VALUE}); the look-up of the name comes"
              + " before and is not part of it.")
  private Duration connectTimeout = Limits.DEFAULTS.connectTimeout();

  @Option(
      names = "--read-timeout",
      paramLabel = "DURATION",
      defaultValue = Limits.DEFAULT_READ_TIMEOUT,
      converter = Converters.InRange.class,
      description =
          "How long the whole greeting may take from the connection on (now ${DEFAULT-VALUE}).")
  private Duration readTimeout = Limits.DEFAULTS.readTimeout();

  @Option(
      names = "--max-bytes",
      paramLabel = "BYTES",
      converter = Converters.Bytes.class,
      description = "The longest greeting, in bytes, KiB or MiB (now ${DEFAULT-VALUE}).")
  private long maxBytes = Limits.DEFAULTS.maxBytes();

  Limits limits() {
    return new Limits(connectTimeout, readTimeout, maxBytes);
  }
}
