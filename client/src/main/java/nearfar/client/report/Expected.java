package nearfar.client.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many clients of which service are to be greeted. A client is greeted while its last exchange
 * is a greeting over the link as it is now, and no older than three intervals.
 */
public record Expected(Map<String, Integer> clientsOfService) {

  private static final Pattern FORM = Pattern.compile("(client-[a-z0-9_.-]+)=(\\d{1,4})");
  private static final int INTERVALS = 3;
  private static final Duration SHORTEST_MEMORY = Duration.ofSeconds(3);

  /**
   * Reads {@code client-lan=2,client-wan=3}.
   *
   * @throws IllegalArgumentException if it is of another form; the message quotes the part
   */
  public static Expected parse(String text) {
    Map<String, Integer> clients = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher form = FORM.matcher(part.strip());
      if (!form.matches()) {
        throw new IllegalArgumentException(
            "\"" + part + "\" is not of the form client-lan=2,client-wan=3");
      }
      if (clients.put(form.group(1), Integer.parseInt(form.group(2))) != null) {
        throw new IllegalArgumentException(
            "\"" + part + "\" is a second number of " + form.group(1) + "; write one");
      }
    }
    return new Expected(clients);
  }

  int total() {
    return clientsOfService.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Such as {@code 2 near and 3 far}. */
  public String inWords() {
    return clientsOfService.entrySet().stream()
        .filter(service -> service.getValue() > 0)
        .map(service -> service.getValue() + " " + sideOf(service.getKey()))
        .collect(Collectors.joining(" and "));
  }

  private static String sideOf(String service) {
    String network = service.substring(LabLog.CLIENT_PREFIX.length());
    return switch (network) {
      case Report.NEAR -> "near";
      case Report.FAR -> "far";
      default -> network;
    };
  }

  /**
   * How things stand.
   *
   * @param greeted how many of the expected clients are greeted
   * @param missing what is waited for, in words; empty if nothing is
   */
  record Standing(int greeted, List<String> missing) {
    boolean isComplete() {
      return missing.isEmpty();
    }
  }

  Standing standing(LabLog log, long nowNanos) {
    LinkHistory link = log.link();
    List<String> missing = new ArrayList<>();
    if (!link.state().isAsAsked()) {
      missing.add(
          switch (link.state()) {
            case CHANGING -> "the link, which is changing";
            case LOST -> "the link, which is lost (" + link.remark() + ")";
            default -> "wan-control, which has said nothing yet";
          });
    }
    int greeted = 0;
    for (Map.Entry<String, Integer> service : clientsOfService.entrySet()) {
      greeted += standing(service.getKey(), service.getValue(), log, nowNanos, missing);
    }
    return new Standing(greeted, missing);
  }

  private static int standing(
      String service, int expected, LabLog log, long nowNanos, List<String> missing) {
    List<String> waiting = new ArrayList<>();
    Collection<ClientHistory> clients =
        log.clients().stream().filter(client -> client.service().equals(service)).toList();
    int greeted = 0;
    for (ClientHistory client : clients) {
      String why = whyNotGreeted(client, log.link(), nowNanos);
      if (why == null) {
        greeted++;
      } else {
        waiting.add(client.name() + ": " + why);
      }
    }
    if (greeted < expected) {
      missing.addAll(waiting);
      int unheard = expected - clients.size();
      if (unheard > 0) {
        missing.add(unheard + " x " + service + ": has said nothing yet");
      }
    }
    return Math.min(greeted, expected);
  }

  private static @Nullable String whyNotGreeted(
      ClientHistory client, LinkHistory link, long nowNanos) {
    ClientHistory.Seen last = client.last();
    if (last == null) {
      return "no exchange yet";
    }
    if (!last.isGreeting()) {
      return Objects.requireNonNull(last.reason());
    }
    if (last.startNanos() < link.sinceNanos()) {
      return "not yet since the link was changed";
    }
    Duration age = Duration.ofNanos(nowNanos - last.endNanos());
    Duration memory = client.interval().multipliedBy(INTERVALS);
    if (age.compareTo(memory.compareTo(SHORTEST_MEMORY) > 0 ? memory : SHORTEST_MEMORY) > 0) {
      return "silent for " + age.toSeconds() + " s";
    }
    return null;
  }
}
