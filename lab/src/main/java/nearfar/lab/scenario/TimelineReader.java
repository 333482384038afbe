package nearfar.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nearfar.common.cli.DidYouMean;
import nearfar.lab.ClientSettings;
import nearfar.lab.Side;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** Reads a timeline, and checks that each step is possible at its moment. */
final class TimelineReader {
  private final @Nullable Duration length;
  private final List<StepDraft> drafts = new ArrayList<>();

  TimelineReader(YamlValue timeline, ClientSettings clients, @Nullable Duration length) {
    this.length = length;
    timeline.each().forEach(part -> drafts.add(draft(part)));
    requireUniqueNames();
    drafts.sort(
        Comparator.comparing(draft -> Objects.requireNonNullElse(draft.at(), Duration.ZERO)));
    new DryRun(clients).play(drafts);
  }

  /** The steps, those with errors included, in the order of their moments. */
  List<StepDraft> drafts() {
    return List.copyOf(drafts);
  }

  private StepDraft draft(YamlValue part) {
    Duration at = part.field("at").read(this::within);
    return new StepDraft(part, part.field("name").text(), at, action(part));
  }

  private Duration within(String text) {
    Duration at = Durations.parse(text);
    if (length != null && at.compareTo(length) >= 0) {
      throw new IllegalArgumentException(
          "'%s' is not before the end, which is at %s".formatted(text, Durations.format(length)));
    }
    return at;
  }

  private static @Nullable Action action(YamlValue part) {
    YamlValue link = part.field("link");
    if (link.isThere()) {
      Map<String, String> words = LinkReader.change(link);
      return words.isEmpty() ? null : new Action.ChangeLink(words);
    }
    return Stream.of(
            part.field("kill").<Action>read(Action.Kill::new),
            part.field("stop").<Action>read(Action.Stop::new),
            part.field("start").<Action>read(Action.Start::new),
            moreClients(part.field("clients"), "near", Side.NEAR),
            moreClients(part.field("clients"), "far", Side.FAR))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Action moreClients(YamlValue clients, String field, Side side) {
    return clients
        .field(field)
        .read(count -> new Action.MoreClients(side, Integer.parseInt(count)));
  }

  private void requireUniqueNames() {
    Set<String> names = new HashSet<>();
    for (StepDraft draft : drafts) {
      if (draft.name() != null && !names.add(draft.name())) {
        draft.part().field("name").wrong("another step is also named '%s'".formatted(draft.name()));
      }
    }
  }

  /** Tracks the existing and the stopped parts, step by step. */
  private static final class DryRun {
    private final Set<String> stopped = new HashSet<>();
    private ClientCounts counts;

    DryRun(ClientSettings clients) {
      counts = new ClientCounts(clients.near(), clients.far());
    }

    void play(List<StepDraft> drafts) {
      for (StepDraft draft : drafts) {
        switch (draft.action()) {
          case Action.Kill(String part) -> requireThere(draft.part().field("kill"), part);
          case Action.Stop(String part) -> {
            if (requireThere(draft.part().field("stop"), part)) {
              stopped.add(part);
            }
          }
          case Action.Start(String part) -> start(draft.part().field("start"), part);
          case Action.MoreClients(Side side, int count) -> more(draft, side, count);
          case Action.ChangeLink(Map<String, String> words) -> requirePartitioned(draft, words);
          case null -> {}
        }
      }
    }

    private boolean requireThere(YamlValue at, String part) {
      if (stopped.contains(part)) {
        at.wrong("'%s' is stopped by then".formatted(part));
        return false;
      }
      return requireKnown(at, part);
    }

    private boolean requireKnown(YamlValue at, String part) {
      if (!counts.parts().contains(part)) {
        at.wrong(
            "there is no '%s' by then; %s".formatted(part, DidYouMean.hint(part, counts.parts())));
        return false;
      }
      return true;
    }

    private void start(YamlValue at, String part) {
      if (requireKnown(at, part) && !stopped.remove(part)) {
        at.wrong("'%s' is not stopped by then".formatted(part));
      }
    }

    private void more(StepDraft draft, Side side, int count) {
      int before = side == Side.NEAR ? counts.near() : counts.far();
      if (count <= before) {
        String field = side == Side.NEAR ? "near" : "far";
        draft
            .part()
            .field("clients")
            .field(field)
            .wrong("%d is not more than the %d that there are by then".formatted(count, before));
      } else {
        counts = counts.with(side, count);
      }
    }

    private void requirePartitioned(StepDraft draft, Map<String, String> words) {
      ClientCounts.partitioned(words).stream()
          .filter(client -> !counts.parts().contains(client))
          .findFirst()
          .ifPresent(client -> {
            YamlValue link = draft.part().field("link");
            requireKnown(link.isObject() ? link.field("fault") : link, client);
          });
    }
  }
}
