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
 * The number of clients of each service that have to be greeted. A client counts as greeted if its
 * last exchange was a greeting over the current link, no longer than three intervals ago.
 */
public record ExpectedClients(Map<String, Integer> clientsOfService) {

  private static final Pattern FORM = Pattern.compile("(client-[a-z0-9_.-]+)=(\\d{1,4})");
  private static final int MAX_AGE_INTERVALS = 3;
  private static final Duration MIN_MAX_AGE = Duration.ofSeconds(3);

  /**
   * Reads {@code client-lan=2,client-wan=3}.
   *
   * @throws IllegalArgumentException if a part has another form; the message quotes the part
   */
  public static ExpectedClients parse(String text) {
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
    return new ExpectedClients(clients);
  }

  int total() {
    return clientsOfService.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The numbers as text, such as {@code 2 near and 3 far}. */
  public String text() {
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
   * The current state of the wait.
   *
   * @param greeted the number of expected clients that are greeted
   * @param missing one description for each thing that is missing; empty if complete
   */
  record Status(int greeted, List<String> missing) {
    boolean isComplete() {
      return missing.isEmpty();
    }
  }

  Status status(LabLog log, long nowNanos) {
    LinkHistory link = log.link();
    List<String> missing = new ArrayList<>();
    if (!link.state().isAsRequested()) {
      missing.add(
          switch (link.state()) {
            case CHANGING -> "the link, which is changing";
            case LOST -> "the link, which is lost (" + link.remark() + ")";
            default -> "wan-control, which has said nothing yet";
          });
    }
    int greeted = 0;
    for (Map.Entry<String, Integer> service : clientsOfService.entrySet()) {
      greeted += status(service.getKey(), service.getValue(), log, nowNanos, missing);
    }
    return new Status(greeted, missing);
  }

  private static int status(
      String service, int expected, LabLog log, long nowNanos, List<String> missing) {
    List<String> waiting = new ArrayList<>();
    Collection<ExchangeHistory> clients =
        log.clients().stream().filter(client -> client.service().equals(service)).toList();
    int greeted = 0;
    for (ExchangeHistory client : clients) {
      String reason = reasonNotGreeted(client, log.link(), nowNanos);
      if (reason == null) {
        greeted++;
      } else {
        waiting.add(client.name() + ": " + reason);
      }
    }
    if (greeted < expected) {
      missing.addAll(waiting);
      int absent = expected - clients.size();
      if (absent > 0) {
        missing.add(absent + " x " + service + ": has said nothing yet");
      }
    }
    return Math.min(greeted, expected);
  }

  private static @Nullable String reasonNotGreeted(
      ExchangeHistory client, LinkHistory link, long nowNanos) {
    ExchangeHistory.LoggedExchange last = client.last();
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
    Duration maxAge = client.interval().multipliedBy(MAX_AGE_INTERVALS);
    if (age.compareTo(maxAge.compareTo(MIN_MAX_AGE) > 0 ? maxAge : MIN_MAX_AGE) > 0) {
      return "silent for " + age.toSeconds() + " s";
    }
    return null;
  }
}
