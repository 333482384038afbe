package nearfar.lab.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nearfar.networks.control.LinkCheck;
import org.jspecify.annotations.Nullable;

/** Reads links: a profile's name, or the variables of {@code make wan} as fields. */
final class LinkReader {
  private static final String PROFILE = "PROFILE";
  private static final String CUSTOM = "custom";
  private static final List<String> NUMBERS = List.of("down", "up", "rate", "down-rate", "up-rate");
  private static final String FAULT = "fault";

  private LinkReader() {}

  /** The lab's starting link as variables; empty if it is missing or wrong. */
  static Map<String, String> start(YamlValue link) {
    return words(link, LinkCheck::start);
  }

  /** A change of the link as variables; empty if it is wrong. */
  static Map<String, String> change(YamlValue link) {
    return words(link, LinkCheck::change);
  }

  private static Map<String, String> words(YamlValue link, Consumer<Map<String, String>> check) {
    Map<String, String> words = new LinkedHashMap<>();
    String profile = link.text() == null ? link.field("profile").text() : link.text();
    if (profile != null) {
      words.put(PROFILE, profile);
    }
    for (String number : NUMBERS) {
      String word = link.field(number).read(text -> alone(variable(number), text));
      if (word != null) {
        words.put(variable(number), word);
        refuseBeside(profile, link.field(number));
      }
    }
    List<YamlValue> faults = link.field(FAULT).each();
    faults.forEach(fault -> fault.read(text -> alone(variable(FAULT), text)));
    if (!faults.isEmpty()) {
      words.put(variable(FAULT), String.join(",", link.field(FAULT).texts()));
    }
    return link.isThere() && isRight(link, words, check) ? words : Map.of();
  }

  /** Reports each wrong field by itself, at its own place. */
  private static String alone(String variable, String text) {
    try {
      LinkCheck.change(Map.of(variable, text));
      return text;
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          String.valueOf(wrong.getMessage()).replaceFirst("^" + variable + "(=\\S*)?: ", ""),
          wrong);
    }
  }

  private static void refuseBeside(@Nullable String profile, YamlValue number) {
    if (profile != null && !profile.equals(CUSTOM)) {
      number.wrong(
          "would be lost: numbers go without a profile, or with '%s', not with '%s'"
              .formatted(CUSTOM, profile));
    }
  }

  private static boolean isRight(
      YamlValue link, Map<String, String> words, Consumer<Map<String, String>> check) {
    if (link.problems().under(link.pointer())) {
      return false;
    }
    try {
      check.accept(words);
      return true;
    } catch (IllegalArgumentException wrong) {
      link.wrong(wrong.getMessage());
      return false;
    }
  }

  private static String variable(String field) {
    return field.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
