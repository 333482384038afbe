package nearfar.tests.isolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nearfar.tests.support.Probes;

/** Who was tried from where, and what came of it. */
record IsolationMatrix(List<IsolationMatrix.Try> tries) {
  /** The answer where there is nothing to be tried, as the engine publishes no port. */
  static final String NOT_PUBLISHED = "not-published";

  /** A place from which the lab is tried. */
  enum From {
    CLIENT_LAN("client-lan"),
    CLIENT_WAN("client-wan"),
    WAN_CONTROL("wan-control"),
    HOST("the host, on 127.0.0.1"),
    /** Not of the matrix: from here what others must not reach is shown to be there. */
    ELSEWHERE("");

    private final String title;

    From(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** Whom one may want to reach. */
  enum To {
    SERVER("server"),
    GATEWAY("gateway"),
    API("Toxiproxy's API"),
    NEAR_CLIENT("near client"),
    FAR_CLIENT("far client"),
    OUTSIDE("outside world");

    private final String title;

    To(String title) {
      this.title = title;
    }

    /**
     * Whether an answer means that they were reached. Also a refusal crossed the network both ways;
     * only the API's host may be seen where the API may not, because it is the gateway.
     */
    boolean reachedBy(String answer) {
      return switch (answer) {
        case "name-unknown", "unreachable", "connect-timeout", NOT_PUBLISHED -> false;
        case "refused" -> this != API;
        default -> true;
      };
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** A host by one of its names, or by one of its addresses, and a port. */
  record Way(String host, int port) {
    boolean isAddress() {
      return host.contains(":")
          || host.chars().allMatch(each -> each == '.' || Character.isDigit(each));
    }

    /** The same from wherever: without the interface that such an address may end in. */
    Way fromAnywhere() {
      return new Way(host.replaceFirst("%.*", ""), port);
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** One probe and its answer, which is a client's reason, or that it was greeted. */
  record Try(From from, To to, Way way, String answer) {
    boolean reached() {
      return to.reachedBy(answer);
    }

    @Override
    public String toString() {
      return way + " " + answer;
    }
  }

  List<Try> of(From from, To to) {
    return tries.stream().filter(each -> each.from == from && each.to == to).toList();
  }

  /** The ways to somebody that were found open, from anywhere. */
  Set<Way> open(To to) {
    return tries.stream()
        .filter(each -> each.to == to && each.reached())
        .map(each -> each.way().fromAnywhere())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The matrix for people, its columns aligned. */
  String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(Stream.of("FROM \\ TO"), Arrays.stream(To.values()).map(To::toString))
            .map(title -> title.toUpperCase(Locale.ROOT))
            .toList());
    for (From from : From.values()) {
      if (from != From.ELSEWHERE) {
        rows.add(
            Stream.concat(
                    Stream.of(from.toString()),
                    Arrays.stream(To.values()).map(to -> cell(of(from, to))))
                .toList());
      }
    }
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(row ->
            IntStream.range(0, widths.length)
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                .collect(Collectors.joining("  ", "  ", ""))
                .stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /** Such as {@code no (name-unknown, unreachable)}; a dash where nothing was to be tried. */
  private static String cell(List<Try> tries) {
    if (tries.isEmpty()) {
      return "-";
    }
    Map<Boolean, Set<String>> answers = new LinkedHashMap<>();
    for (Try each : tries) {
      answers.computeIfAbsent(each.reached(), key -> new LinkedHashSet<>()).add(each.answer());
    }
    String told =
        answers.values().stream()
            .map(all -> String.join(", ", all))
            .collect(Collectors.joining(" / "));
    String word = answers.size() > 1 ? "partly" : answers.containsKey(true) ? "yes" : "no";
    return told.equals(Probes.GREETED) ? word : "%s (%s)".formatted(word, told);
  }
}
