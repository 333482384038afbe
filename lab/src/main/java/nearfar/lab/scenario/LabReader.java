package nearfar.lab.scenario;

import java.time.Duration;
import java.util.Map;
import nearfar.lab.ClientSettings;
import nearfar.lab.LabSettings;
import nearfar.lab.Service;
import nearfar.networks.link.Durations;

/** Reads a scenario's lab settings. Missing fields have the defaults of {@link LabSettings}. */
final class LabReader {
  private static final LabSettings DEFAULTS = LabSettings.defaults();
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int SMALLEST_GREETING = 2;

  /** Below the limit of one environment variable, with some room. */
  private static final int LARGEST_GREETING = 120_000;

  private LabReader() {}

  static LabSettings read(YamlValue file) {
    LabSettings settings =
        DEFAULTS.clients(clients(file.field("clients"))).service(service(file.field("service")));
    Map<String, String> link = LinkReader.start(file.field("link"));
    return link.isEmpty() ? settings : settings.link(link);
  }

  private static ClientSettings clients(YamlValue part) {
    ClientSettings usual = DEFAULTS.clients();
    ClientSettings clients =
        new ClientSettings(
            part.field("near").read(Integer::valueOf, usual.near()),
            part.field("far").read(Integer::valueOf, usual.far()),
            part.field("interval").read(LabReader::positive, usual.interval()),
            part.field("connect-timeout").read(LabReader::positive, usual.connectTimeout()),
            part.field("read-timeout").read(LabReader::positive, usual.readTimeout()),
            part.field("reads").read("once"::equals, usual.readsOnce()));
    if (clients.near() + clients.far() == 0) {
      part.wrong("has no client, near or far");
    }
    return clients;
  }

  private static Duration positive(String text) {
    Duration duration = Durations.parse(text);
    if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'%s' is not from 1ms to 24h".formatted(text));
    }
    return duration;
  }

  private static Service service(YamlValue part) {
    String image = part.field("image").text();
    if (image != null) {
      return new Service.Image(
          image,
          part.field("port").read(Integer::valueOf, 1),
          part.field("send").text(),
          part.field("expect").text());
    }
    String size = part.field("greeting-size").read(LabReader::greetingOf);
    String greeting = part.field("greeting").text();
    return size != null
        ? new Service.Greeter(size)
        : greeting != null ? new Service.Greeter(greeting) : DEFAULTS.service();
  }

  /** Text without repetition, so that each piece of it has one position. */
  private static String greetingOf(String sizeText) {
    long size = Ranges.size(sizeText);
    if (size < SMALLEST_GREETING || size > LARGEST_GREETING) {
      throw new IllegalArgumentException(
          "a greeting has %dB to %dkB, not '%s'"
              .formatted(SMALLEST_GREETING, LARGEST_GREETING / 1000, sizeText));
    }
    StringBuilder greeting = new StringBuilder();
    for (int number = 1; greeting.length() < size; number++) {
      greeting.append("greeting ").append(number).append(' ');
    }
    return greeting.substring(0, (int) size - 1) + "\n";
  }
}
