package nearfar.lab.junit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nearfar.common.units.Port;
import nearfar.lab.ClientSettings;
import nearfar.lab.LabSettings;
import nearfar.lab.Service;
import nearfar.networks.control.LinkCheck;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** Reads the settings from {@link WithLab}. An error names the attribute and the value. */
final class WithLabSettings {
  private WithLabSettings() {}

  static LabSettings settings(WithLab annotation) {
    ClientSettings clients =
        new ClientSettings(
            annotation.near(),
            annotation.far(),
            duration("interval", annotation.interval()),
            duration("connectTimeout", annotation.connectTimeout()),
            duration("readTimeout", annotation.readTimeout()),
            annotation.readsOnce());
    return new LabSettings(clients, link(annotation), service(annotation));
  }

  private static Map<String, String> link(WithLab annotation) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!annotation.profile().isEmpty()) {
      parameters.put("PROFILE", annotation.profile());
    }
    for (String parameter : annotation.link()) {
      String[] parts = parameter.split("=", 2);
      if (parts.length < 2 || parameters.put(parts[0], parts[1]) != null) {
        throw wrong("link", parameter, "write it once, as NAME=VALUE, such as DOWN=200ms~20ms");
      }
    }
    try {
      if (!parameters.isEmpty()) {
        LinkCheck.start(parameters);
      }
    } catch (IllegalArgumentException wrong) {
      throw annotation.link().length == 0
          ? wrong("profile", annotation.profile(), String.valueOf(wrong.getMessage()))
          : wrong("link", String.join(" ", annotation.link()), String.valueOf(wrong.getMessage()));
    }
    return parameters;
  }

  private static Service service(WithLab annotation) {
    if (annotation.serviceImage().isEmpty()) {
      refuse("servicePort", annotation.servicePort() == 0 ? "" : "" + annotation.servicePort());
      refuse("send", annotation.send());
      refuse("expect", annotation.expect());
      return new Service.Greeter(annotation.greeting());
    }
    try {
      var _ = Port.require(annotation.servicePort());
    } catch (IllegalArgumentException wrong) {
      throw wrong("servicePort", "" + annotation.servicePort(), String.valueOf(wrong.getMessage()));
    }
    return new Service.Image(
        annotation.serviceImage(),
        annotation.servicePort(),
        orNull(annotation.send()),
        orNull(annotation.expect()));
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
