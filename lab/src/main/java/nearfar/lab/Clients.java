package nearfar.lab;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts the clients on each side of a running lab. Thread-safe. */
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

  /** The name of a client, if there is one of that name. */
  Optional<String> find(String name) {
    return Stream.of(Side.values())
        .flatMap(side -> names(side).stream())
        .filter(name::equals)
        .findFirst();
  }

  /** Sets the count of a side after {@code start} has started the new clients. */
  synchronized void grow(Side side, int count, Runnable start) {
    int present = counts.getOrDefault(side, 0);
    if (count < present) {
      throw new IllegalArgumentException(
          "%d clients on the side of %s: there are %d already"
              .formatted(count, side.service(), present));
    }
    requireRoom(side, count);
    start.run();
    counts.put(side, count);
  }

  /** ClientSettings has the limits. */
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
