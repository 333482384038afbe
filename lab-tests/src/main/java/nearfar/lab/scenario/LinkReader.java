package nearfar.lab.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nearfar.networks.control.LinkCheck;

/** Reads links: a profile's name, or the words of {@code make wan} as fields. */
final class LinkReader {
  private static final List<String> FIELDS =
      List.of("profile", "down", "up", "rate", "down-rate", "up-rate", "fault");
  private static final Pattern VARIABLE =
      Pattern.compile("(PROFILE|DOWN|UP|RATE|DOWN_RATE|UP_RATE|FAULT): (.*)", Pattern.DOTALL);

  private LinkReader() {}

  /** The link that a lab starts with, in words; empty if none is said, or a wrong one. */
  static Map<String, String> start(Part link) {
    return words(link, LinkCheck::start);
  }

  /** A change in words; empty if it is wrong. */
  static Map<String, String> change(Part link) {
    return words(link, LinkCheck::change);
  }

  private static Map<String, String> words(Part link, Consumer<Map<String, String>> check) {
    if (link.problems().under(link.pointer())) {
      return Map.of();
    }
    Map<String, String> words = new LinkedHashMap<>();
    if (link.text() != null) {
      words.put("PROFILE", link.text());
    }
    for (String field : FIELDS) {
      List<String> values = link.field(field).texts();
      if (!values.isEmpty()) {
        words.put(variable(field), String.join(",", values));
      }
    }
    if (words.isEmpty()) {
      return words;
    }
    try {
      check.accept(words);
      return words;
    } catch (IllegalArgumentException wrong) {
      note(link, String.valueOf(wrong.getMessage()));
      return Map.of();
    }
  }

  private static void note(Part link, String message) {
    Matcher variable = VARIABLE.matcher(message);
    if (variable.matches() && link.isObject()) {
      String field = field(variable.group(1));
      link.field(link.has(field) ? field : "rate").wrong(variable.group(2));
    } else {
      link.wrong(message);
    }
  }

  private static String variable(String field) {
    return field.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String field(String variable) {
    return variable.replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
