package nearfar.networks.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nearfar.common.cli.DidYouMean;
import nearfar.networks.link.Unsupported;

/**
 * The faults that are applied together.
 *
 * @param all no two of which decide the same aspect; empty for a sound link
 */
public record Faults(List<Fault> all) {
  /** A sound link. */
  public static final Faults NONE = new Faults(List.of());

  private static final String NONE_WORD = "none";

  public Faults {
    all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      for (Fault other : all.subList(0, i)) {
        refuseTogether(other, all.get(i));
      }
    }
  }

  private static void refuseTogether(Fault one, Fault other) {
    Set<Fault.Aspect> both = EnumSet.noneOf(Fault.Aspect.class);
    both.addAll(one.decides());
    both.retainAll(other.decides());
    for (Fault.Aspect aspect : both) {
      throw new IllegalArgumentException(
          "FAULT=%s,%s: both decide %s; leave out one"
              .formatted(one.word(), other.word(), aspect.words()));
    }
  }

  /** All kinds, in the order in which they are listed. */
  public static List<FaultKind> kinds() {
    return List.of(
        Refused.KIND,
        Cut.KIND,
        BlackHole.KIND,
        Hang.KIND,
        Reset.KIND,
        ResetAfter.KIND,
        Truncated.KIND,
        Sliced.KIND,
        SlowClose.KIND,
        Flapping.KIND,
        Partition.KIND);
  }

  /**
   * Reads faults as people write them, separated by commas; {@code none} is none.
   *
   * @throws IllegalArgumentException naming the word, the error, and the fix
   */
  public static Faults parse(String text) {
    if (text.equals(NONE_WORD)) {
      return NONE;
    }
    return new Faults(
        Arrays.stream(text.split(",", -1)).map(String::strip).map(Faults::parseOne).toList());
  }

  private static Fault parseOne(String text) {
    FaultWord word = FaultWord.parse(text);
    // Of the two kinds of reset the later one reads both.
    Optional<FaultKind> kind =
        kinds().reversed().stream().filter(each -> each.name().equals(word.name())).findFirst();
    return kind.map(each -> each.read().apply(word)).orElseThrow(() -> unknown(word));
  }

  private static IllegalArgumentException unknown(FaultWord word) {
    List<String> names = new ArrayList<>(kinds().stream().map(FaultKind::name).distinct().toList());
    names.add(NONE_WORD);
    String name = word.name().toLowerCase(Locale.ROOT);
    return word.wrong(
        Unsupported.why(name)
            .orElseGet(() -> "no fault '%s'; %s".formatted(name, DidYouMean.hint(name, names))));
  }

  /** The fault of a kind, if it is among them. */
  public <T extends Fault> Optional<T> find(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Whether a fault of a kind is among them. */
  public boolean has(Class<? extends Fault> kind) {
    return find(kind).isPresent();
  }

  /** The fault that closes the link, if there is one; it is then the only fault. */
  public Optional<Fault> closing() {
    return all.stream()
        .filter(fault -> fault.decides().size() == Fault.Aspect.values().length)
        .findFirst();
  }

  /** The same, each changed. */
  public Faults map(UnaryOperator<Fault> change) {
    return new Faults(all.stream().map(change).toList());
  }

  /** The word that {@link #parse} reads the same faults from. */
  @Override
  public String toString() {
    return all.isEmpty()
        ? NONE_WORD
        : all.stream().map(Fault::word).collect(Collectors.joining(","));
  }
}
