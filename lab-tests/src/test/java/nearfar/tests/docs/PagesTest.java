package nearfar.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;

/** The pages agree with the tree and with each other. */
class PagesTest {
  private static final Path ROOT = Command.sources();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?) *$", Pattern.MULTILINE);
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern ARTIFACT =
      Pattern.compile(
          "(?s)<groupId>nearfar</groupId>\\s*<artifactId>[a-z-]+</artifactId>\\s*<version>([^<$]+)</version>");

  @Test
  void everyLinkLeadsToAFileAndAHeadingThatExist() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult link : matches(LINK, prose(page))) {
        String[] target = link.group(1).split("#", 2);
        if (target[0].contains(":")) {
          continue;
        }
        Path file =
            target[0].isEmpty()
                ? page
                : page.resolveSibling(target[0]).toAbsolutePath().normalize();
        if (!Files.exists(file)
            || (target.length == 2
                && file.toString().endsWith(".md")
                && !anchors(file).contains(target[1]))) {
          broken.add(ROOT.relativize(page) + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    for (Path folder : List.of(ROOT.resolve("docs"), ROOT.resolve("docs/internals"))) {
      String index = Files.readString(folder.resolve("README.md"));
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
            .forEach(name -> assertTrue(index.contains("](" + name + ")"), name));
      }
    }
  }

  @Test
  void everyVersionThatPeopleCopyIsTheOneOfThePom() throws IOException {
    String version =
        matches(
                Pattern.compile("<revision>(.+)</revision>"),
                Files.readString(ROOT.resolve("pom.xml")))
            .getFirst()
            .group(1);
    List<String> copied = new ArrayList<>();
    for (Path file :
        List.of(
            ROOT.resolve("docs/junit.md"),
            ROOT.resolve("examples/pom.xml"),
            ROOT.resolve("scripts/release/own-test/pom.xml"))) {
      matches(ARTIFACT, Files.readString(file)).forEach(found -> copied.add(found.group(1)));
    }
    assertFalse(copied.isEmpty());
    assertEquals(Set.of(version), Set.copyOf(copied));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file ->
              !ROOT.relativize(file).toString().matches("(.*/)?(target|mine|bundle|\\.git)/.*"))
          .toList();
    }
  }

  private static String prose(Path page) throws IOException {
    return CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
  }

  /** The anchors that GitHub makes of a page's headings. */
  private static Set<String> anchors(Path page) {
    try {
      return matches(HEADING, prose(page)).stream()
          .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().toList();
  }
}
