package nearfar.lab;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many clients a lab has on each side by now. */
final class Clients {
  private final ClientSettings settings;
  private final Map<Side, Integer> counts = new EnumMap<>(Side.class);

  Clients(ClientSettings settings) {
    this.settings = settings;
    counts.put(Side.NEAR, settings.near());
    counts.put(Side.FAR, settings.far());
  }

  synchronized List<String> names(Side side) {
    return IntStream.rangeClosed(1, counts.getOrDefault(side, 0))
        .mapToObj(number -> side.service() + "-" + number)
        .toList();
  }

  /** The client of that name, if it came after the lab's start. */
  Optional<String> added(String name) {
    return Stream.of(Side.values())
        .flatMap(side -> names(side).stream())
        .filter(name::equals)
        .findFirst();
  }

  /** Has more of them once they have been brought. */
  synchronized void grow(Side side, int count, Runnable bring) {
    int present = counts.getOrDefault(side, 0);
    if (count < present) {
      throw new IllegalArgumentException(
          "%d clients on the side of %s: there are %d already"
              .formatted(count, side.service(), present));
    }
    requireRoom(side, count);
    bring.run();
    counts.put(side, count);
  }

  /** Has the record that knows the bounds refuse what is out of them. */
  private void requireRoom(Side side, int count) {
    new ClientSettings(
        side == Side.NEAR ? count : settings.near(),
        side == Side.FAR ? count : settings.far(),
        settings.interval(),
        settings.connectTimeout(),
        settings.readTimeout(),
        settings.readsOnce());
  }
}
