package nearfar.checker;

import java.util.List;
import java.util.Random;

/** Random greetings, which a program cannot have built in. */
final class RandomGreetings {
  private static final List<String> PLAIN =
      List.of("hello", "welcome", "greetings", "ahoy", "salut", "servus", "bonjour", "moin");
  private static final List<String> FOREIGN =
      List.of(
          "grüezi",
          "olá",
          "ćao",
          "καλημέρα",
          "привіт",
          "こんにちは",
          "你好",
          "안녕하세요",
          "¡buenos días!",
          "góðan dag",
          "שלום",
          "नमस्ते",
          "🌍",
          "€",
          "dobrý den",
          "tere õhtust");

  private RandomGreetings() {}

  /** Some words and a number. */
  static String few(Random random) {
    return "%s from port %d, %s number %d"
        .formatted(
            one(PLAIN, random),
            random.nextInt(1000, 10_000),
            one(PLAIN, random),
            random.nextInt(1000, 10_000));
  }

  /** At least this many characters, most of which take more than a byte. */
  static String many(int characters, Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < characters) {
      text.append(one(FOREIGN, random)).append(' ').append(random.nextInt(100)).append(' ');
    }
    return text.append(one(PLAIN, random)).toString();
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
