package nearfar.lab.junit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nearfar.lab.ClientSettings;
import nearfar.lab.LabSettings;
import nearfar.lab.Service;
import nearfar.networks.control.LinkCheck;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WithLab} says; a value that is wrong is named with its attribute. */
final class WantedLab {
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
      words.put("PROFILE", wanted.profile());
    }
    for (String word : wanted.link()) {
      String[] parts = word.split("=", 2);
      if (parts.length < 2 || words.put(parts[0], parts[1]) != null) {
        throw wrong("link", word, "write it once, as NAME=VALUE, such as DOWN=200ms~20ms");
      }
    }
    try {
      if (!words.isEmpty()) {
        LinkCheck.start(words);
      }
    } catch (IllegalArgumentException wrong) {
      throw wanted.link().length == 0
          ? wrong("profile", wanted.profile(), String.valueOf(wrong.getMessage()))
          : wrong("link", String.join(" ", wanted.link()), String.valueOf(wrong.getMessage()));
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
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw wrong(attribute, text, String.valueOf(wrong.getMessage()));
    }
  }

  private static IllegalArgumentException wrong(String attribute, String value, String why) {
    return new IllegalArgumentException(
        "@WithLab(%s = \"%s\"): %s".formatted(attribute, value, why));
  }
}
