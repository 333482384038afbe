package nearfar.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nearfar.common.cli.DidYouMean;
import nearfar.lab.LabSettings;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's expectations, and checks that each can be judged. */
final class ExpectationReader {
  private static final List<Integer> PERCENTILES = List.of(1, 10, 50, 90, 99, 100);

  private final LabSettings lab;
  private final List<StepDraft> drafts;
  private final WindowReader windows;
  private final Set<String> names = new LinkedHashSet<>();

  ExpectationReader(LabSettings lab, List<StepDraft> drafts, @Nullable Duration length) {
    this.lab = lab;
    this.drafts = drafts;
    this.windows = new WindowReader(drafts, length);
  }

  /** The expectations without errors. */
  List<Expectation> read(YamlValue expect) {
    List<Expectation> expectations = new ArrayList<>();
    for (YamlValue part : expect.each()) {
      String name = part.field("name").text();
      if (name != null && !names.add(name)) {
        part.field("name").wrong("another expectation is also named '%s'".formatted(name));
      }
      Window window = windows.read(part);
      ClientSelector who = who(part.field("who"), window);
      Claim claim = claim(part, window);
      if (name != null && claim != null) {
        expectations.add(new Expectation(name, who, window, claim));
      }
    }
    return expectations;
  }

  /** The names of all expectations, those with errors included. */
  Set<String> names() {
    return names;
  }

  private ClientSelector who(YamlValue part, Window window) {
    List<String> who = part.texts();
    Duration end = windows.end(window);
    if (end != null) {
      ClientCounts start = new ClientCounts(lab.clients().near(), lab.clients().far());
      ClientCounts counts = start.by(end, drafts);
      part.each().forEach(each -> requireThere(each, counts));
    }
    return new ClientSelector(who.isEmpty() ? List.of("all") : who);
  }

  private static void requireThere(YamlValue part, ClientCounts counts) {
    String name = part.text();
    switch (name) {
      case null -> {}
      case "all" -> {}
      case "near", "far" -> {
        if ((name.equals("near") ? counts.near() : counts.far()) == 0) {
          part.wrong("there are no %s clients in its window".formatted(name));
        }
      }
      default -> {
        if (!counts.clients().contains(name)) {
          part.wrong(
              "there is no '%s' in its window; %s"
                  .formatted(name, DidYouMean.hint(name, counts.clients())));
        }
      }
    }
  }

  private @Nullable Claim claim(YamlValue part, Window window) {
    return Stream.concat(
            Stream.of(
                part.field("greeted").read(ExpectationReader::greeted),
                part.field("greeted-within").read(text -> within(text, window)),
                part.field("failures").read(text -> failures(text, part.field("reasons"))),
                part.field("bytes").read(ExpectationReader::bytes)),
            Stream.of(Claim.Time.Kind.values())
                .flatMap(
                    kind -> PERCENTILES.stream().map(percentile -> time(part, kind, percentile))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Claim greeted(String whom) {
    return whom.equals("nobody") ? new Claim.NobodyGreeted() : new Claim.EveryoneGreeted();
  }

  private Claim within(String text, Window window) {
    Duration atMost = Durations.parse(text);
    Duration length = windows.length(window);
    if (length != null && atMost.compareTo(length) > 0) {
      throw new IllegalArgumentException(
          "'%s' is longer than its window, which lasts %s"
              .formatted(text, Durations.format(length)));
    }
    return new Claim.GreetedWithin(atMost);
  }

  private static Claim failures(String share, YamlValue reasons) {
    return new Claim.Failures(Ranges.percent(share), reasons.texts());
  }

  private static Claim bytes(String text) {
    return text.equals("whole")
        ? new Claim.WholeGreetings()
        : new Claim.Received(Ranges.bytes(text));
  }

  private static @Nullable Claim time(YamlValue part, Claim.Time.Kind kind, int percentile) {
    String name = (kind == Claim.Time.Kind.CONNECT ? "connect-p" : "greeting-p") + percentile;
    return part.field(name)
        .read(text -> (Claim) new Claim.Time(kind, percentile, Ranges.millis(text)));
  }
}
