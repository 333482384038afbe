package nearfar.lab.junit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nearfar.lab.ClientSettings;
import nearfar.lab.LabSettings;
import nearfar.lab.Service;
import nearfar.networks.link.Durations;
import nearfar.networks.profile.Nearest;
import nearfar.networks.profile.Profiles;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WithLab} says; a value that is wrong is named with its attribute. */
final class WantedLab {
  private static final List<String> NAMES =
      List.of("PROFILE", "DOWN", "UP", "RATE", "DOWN_RATE", "UP_RATE", "FAULT", "SEED");

  private WantedLab() {}

  static LabSettings settings(WithLab wanted) {
    ClientSettings clients =
        new ClientSettings(
            wanted.near(),
            wanted.far(),
            duration("interval", wanted.interval()),
            duration("connectTimeout", wanted.connectTimeout()),
            duration("readTimeout", wanted.readTimeout()),
            wanted.readsOnce());
    return new LabSettings(clients, link(wanted), service(wanted));
  }

  private static Map<String, String> link(WithLab wanted) {
    Map<String, String> words = new LinkedHashMap<>();
    if (!wanted.profile().isEmpty()) {
      named("profile", wanted.profile(), () -> Profiles.named(wanted.profile()));
      words.put("PROFILE", wanted.profile());
    }
    for (String word : wanted.link()) {
      String[] parts = word.split("=", 2);
      if (parts.length < 2 || parts[1].isEmpty()) {
        throw wrong("link", word, "write it as NAME=VALUE, such as DOWN=200ms~20ms");
      }
      if (!NAMES.contains(parts[0])) {
        throw wrong("link", word, Nearest.hint(parts[0], NAMES));
      }
      if (words.put(parts[0], parts[1]) != null) {
        throw wrong("link", word, parts[0] + " is there twice");
      }
    }
    return words;
  }

  private static Service service(WithLab wanted) {
    if (wanted.serviceImage().isEmpty()) {
      refuse("servicePort", wanted.servicePort() == 0 ? "" : "" + wanted.servicePort());
      refuse("send", wanted.send());
      refuse("expect", wanted.expect());
      return new Service.Greeter(wanted.greeting());
    }
    if (wanted.servicePort() < 1 || wanted.servicePort() > 65_535) {
      throw wrong("servicePort", "" + wanted.servicePort(), "a port is from 1 to 65535");
    }
    return new Service.Image(
        wanted.serviceImage(),
        wanted.servicePort(),
        orNull(wanted.send()),
        orNull(wanted.expect()));
  }

  private static void refuse(String attribute, String value) {
    if (!value.isEmpty()) {
      throw wrong(attribute, value, "it goes with serviceImage, which is not given");
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Duration duration(String attribute, String text) {
    return named(attribute, text, () -> Durations.parse(text));
  }

  private static <T> T named(String attribute, String value, java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException wrong) {
      throw wrong(attribute, value, String.valueOf(wrong.getMessage()));
    }
  }

  private static IllegalArgumentException wrong(String attribute, String value, String why) {
    return new IllegalArgumentException(
        "@WithLab(%s = \"%s\"): %s".formatted(attribute, value, why));
  }
}
