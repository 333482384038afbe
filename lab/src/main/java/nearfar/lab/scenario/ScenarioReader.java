package nearfar.lab.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nearfar.common.cli.DidYouMean;
import nearfar.lab.LabSettings;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files (docs/scenario-files.md). It reports impossible steps and expectations
 * before a lab starts. Safe for use by any thread.
 */
public final class ScenarioReader {
  private static final ScenarioSchema SCHEMA = new ScenarioSchema();
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private ScenarioReader() {}

  /**
   * Reads a file.
   *
   * @throws ScenarioErrors with all its errors, also if the file cannot be read
   */
  public static Scenario read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException missing) {
      throw failed(file, "there is no such file" + neighbour(file));
    } catch (CharacterCodingException notText) {
      throw failed(file, "is not text in UTF-8");
    } catch (IOException unreadable) {
      throw failed(file, "cannot be read: " + unreadable);
    }
  }

  /**
   * Reads a file's text.
   *
   * @param file its name, for errors
   */
  static Scenario read(String file, String yaml) {
    YamlFile parsed = YamlFile.parse(file, yaml);
    Problems problems = new Problems(file, parsed);
    SCHEMA.check(parsed.root(), problems);
    YamlValue root = new YamlValue(parsed.root(), "", problems);
    LabSettings lab = LabReader.read(root);
    @Nullable Duration length = root.field("length").read(ScenarioReader::length);
    List<StepDraft> drafts =
        new TimelineReader(root.field("timeline"), lab.clients(), length).drafts();
    ExpectationReader reader = new ExpectationReader(lab, drafts, length);
    List<Expectation> expectations = reader.read(root.field("expect"));
    @Nullable NegativeControl control = control(root.field("control"), drafts, reader.names());
    problems.throwIfAny();
    return new Scenario(
        Objects.requireNonNull(root.field("name").text()),
        Objects.requireNonNullElse(root.field("idea").text(), ""),
        lab,
        root.field("seed").read(Long::valueOf),
        Objects.requireNonNull(length),
        drafts.stream().map(StepDraft::step).toList(),
        expectations,
        control);
  }

  private static Duration length(String text) {
    Duration length = Durations.parse(text);
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "'%s' is not a valid length of a scenario (1s to 600s)".formatted(text));
    }
    return length;
  }

  private static @Nullable NegativeControl control(
      YamlValue part, List<StepDraft> drafts, Collection<String> names) {
    if (!part.isObject()) {
      return null;
    }
    List<String> steps =
        drafts.stream().flatMap(draft -> Stream.ofNullable(draft.name())).distinct().toList();
    part.field("without").each().forEach(each -> requireKnown(each, "step", steps));
    part.field("fails").each().forEach(each -> requireKnown(each, "expectation", names));
    Map<String, String> link = LinkReader.start(part.field("link"));
    return new NegativeControl(part.field("without").texts(), link, part.field("fails").texts());
  }

  private static void requireKnown(YamlValue part, String what, Collection<String> known) {
    String name = part.text();
    if (name != null && !known.contains(name)) {
      part.wrong(
          "there is no %s '%s'; %s"
              .formatted(
                  what, name, known.isEmpty() ? "there is none" : DidYouMean.hint(name, known)));
    }
  }

  private static ScenarioErrors failed(Path file, String message) {
    return new ScenarioErrors(List.of(new ScenarioError(file.toString(), 0, "", message)));
  }

  private static String neighbour(Path file) {
    Path folder = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(each -> each.getFileName().toString())
              .filter(each -> each.endsWith(".yaml"))
              .sorted()
              .toList();
      List<String> near = DidYouMean.of(file.getFileName().toString(), names);
      return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
