package nearfar.client.report;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nearfar.common.log.LogEvent;
import org.jspecify.annotations.Nullable;

/**
 * The log of a lab as {@code docker compose logs --no-color} prints it: each container's lines are
 * in order, the containers in any order. Only clients and wan-control are read. Not thread-safe.
 */
public final class LabLog {

  static final String CLIENT_PREFIX = "client-";
  static final String CONTROL_SERVICE = "wan-control";

  private final LinkHistory link = new LinkHistory();
  private final Map<String, ExchangeHistory> clients = new TreeMap<>(new ContainerOrder());
  private long unreadable;
  private @Nullable String firstUnreadable;

  /** Reads the next line; counts and skips a line that is not a valid event. */
  public void read(String line) {
    LogLine logLine = LogLine.parse(line);
    String service = logLine.service();
    boolean fromClient = service.startsWith(CLIENT_PREFIX);
    if (!fromClient && !service.equals(CONTROL_SERVICE)) {
      return;
    }
    LogEvent event = logLine.event();
    try {
      if (event == null) {
        throw new IllegalArgumentException("not a JSON object");
      }
      if (fromClient) {
        clients
            .computeIfAbsent(logLine.container(), name -> new ExchangeHistory(name, service))
            .read(event);
      } else {
        link.read(event);
      }
    } catch (IllegalArgumentException e) {
      unreadable++;
      if (firstUnreadable == null) {
        firstUnreadable = line.strip();
      }
    }
  }

  LinkHistory link() {
    return link;
  }

  /** LAN clients first, then by network, then by number. */
  Collection<ExchangeHistory> clients() {
    return Collections.unmodifiableCollection(clients.values());
  }

  /** One line about the lines that are not events, or null if all are. */
  public @Nullable String unreadableSummary() {
    if (firstUnreadable == null) {
      return null;
    }
    String lines = unreadable == 1 ? "1 line of the log is" : unreadable + " lines of the log are";
    return lines + " not events and left out, the first: " + firstUnreadable;
  }
}
