package nearfar.lab.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nearfar.common.cli.DidYouMean;
import nearfar.lab.scenario.Window.Moment;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** Reads windows: {@code 2s}, {@code line-cut}, {@code line-cut+500ms}. */
final class WindowReader {
  private static final Moment ZERO = new Moment(null, Duration.ZERO);

  private final @Nullable Duration length;
  private final Map<String, @Nullable Duration> steps = new LinkedHashMap<>();

  WindowReader(List<StepDraft> drafts, @Nullable Duration length) {
    this.length = length;
    for (StepDraft draft : drafts) {
      if (draft.name() != null) {
        steps.put(draft.name(), draft.at());
      }
    }
  }

  Window read(YamlValue expectation) {
    YamlValue from = expectation.field("from");
    YamlValue to = expectation.field("to");
    Window window = new Window(from.read(this::moment, ZERO), to.read(this::moment));
    Duration begin = nominal(window.from());
    Duration end = window.to() == null ? length : nominal(window.to());
    if (begin != null && end != null && begin.compareTo(end) >= 0) {
      (to.isThere() ? to : from)
          .wrong(
              "the window from %s to %s has no length"
                  .formatted(Durations.format(begin), Durations.format(end)));
    }
    return window;
  }

  /** A window's length if every step is done at its moment; null if unknown. */
  @Nullable Duration length(Window window) {
    Duration begin = nominal(window.from());
    Duration end = end(window);
    return begin == null || end == null ? null : end.minus(begin);
  }

  /** A window's end if every step is done at its moment; null if unknown. */
  @Nullable Duration end(Window window) {
    return window.to() == null ? length : nominal(window.to());
  }

  private Moment moment(String text) {
    Moment moment = parse(text);
    if (moment.step() != null && !steps.containsKey(moment.step())) {
      throw new IllegalArgumentException(
          "there is no step '%s'; %s"
              .formatted(
                  moment.step(),
                  steps.isEmpty()
                      ? "the timeline has none"
                      : DidYouMean.hint(moment.step(), steps.keySet())));
    }
    Duration at = nominal(moment);
    if (length != null && at != null && at.compareTo(length) > 0) {
      throw new IllegalArgumentException(
          "'%s' is after the end, which is at %s".formatted(text, Durations.format(length)));
    }
    return moment;
  }

  private static Moment parse(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return new Moment(null, Durations.parse(text));
    }
    int plus = text.indexOf('+');
    return plus < 0
        ? new Moment(text, Duration.ZERO)
        : new Moment(text.substring(0, plus), Durations.parse(text.substring(plus + 1)));
  }

  private @Nullable Duration nominal(Moment moment) {
    if (moment.step() == null) {
      return moment.offset();
    }
    Duration at = steps.get(Objects.requireNonNull(moment.step()));
    return at == null ? null : at.plus(moment.offset());
  }
}
