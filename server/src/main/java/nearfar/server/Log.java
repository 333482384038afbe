package nearfar.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for every event, on its own thread: a slow reader of the log does not delay
 * greetings. Up to {@link #WAITING} events are queued. Further events are counted and logged as one
 * {@code unlogged}, as are clients' events beyond {@link #LINES_A_SECOND}: logs are rotated, and a
 * burst of clients must not push out the lines before it.
 */
final class Log implements Consumer<ServerEvent>, AutoCloseable {

  private static final int WAITING = 4096;
  private static final int LINES_A_SECOND = 1000;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  // How long the last lines may take when the program ends.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Entry(Instant time, ServerEvent event) {
    static Entry now(ServerEvent event) {
      Instant now = Instant.now(); // time of day
      return new Entry(now, event);
    }
  }

  private final LogFormat format;
  private final OutputStream out;
  private final BlockingQueue<Entry> entries = new ArrayBlockingQueue<>(WAITING);
  private final Map<String, Long> unlogged = new ConcurrentHashMap<>();
  private final Thread writer;
  private volatile boolean closing;

  // Only the writer changes these two.
  private volatile long secondEnds = System.nanoTime() + SECOND;
  private final AtomicInteger lines = new AtomicInteger();

  /** Starts to write to {@code out}, which stays open. */
  Log(LogFormat format, OutputStream out) {
    this.format = format;
    this.out = new BufferedOutputStream(out);
    this.writer = Thread.ofPlatform().daemon().name("log").start(this::write);
  }

  /** Takes the event without waiting. Any thread may call it. */
  @Override
  public void accept(ServerEvent event) {
    if (isOverTheLimit(event) || !entries.offer(Entry.now(event))) {
      count(event);
    }
  }

  /** Whether the writer would only count it; waking the writer for that slows the server down. */
  private boolean isOverTheLimit(ServerEvent event) {
    return isOfAClient(event)
        && lines.get() >= LINES_A_SECOND
        && System.nanoTime() - secondEnds < 0;
  }

  /** Writes what waits, for a short time at most. What is accepted later may not be written. */
  @Override
  public void close() {
    closing = true;
    writer.interrupt();
    try {
      var _ = writer.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(ServerEvent event) {
    unlogged.merge(event.name(), 1L, Long::sum);
  }

  private void write() {
    try {
      Entry entry;
      while ((entry = next()) != null) {
        beginASecond();
        if (lines.getAndIncrement() < LINES_A_SECOND || !isOfAClient(entry.event())) {
          write(entry);
        } else {
          count(entry.event());
        }
      }
      writeWhatIsMissing();
      out.flush();
    } catch (IOException e) {
      // The log has no reader any more. The server goes on without one.
    }
  }

  private static boolean isOfAClient(ServerEvent event) {
    return switch (event) {
      case ServerEvent.Greeted _, ServerEvent.Rejected _, ServerEvent.Failed _ -> true;
      default -> false;
    };
  }

  /** The next event; null once the log is closing and all is written. */
  private @Nullable Entry next() throws IOException {
    Entry entry = entries.poll();
    while (entry == null && !closing) {
      out.flush();
      try {
        entry =
            unlogged.isEmpty() && lines.get() < LINES_A_SECOND
                ? entries.take()
                : entries.poll(secondEnds - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        return entries.poll();
      }
      beginASecond();
    }
    return entry;
  }

  /** Logs what was missing in the last second, if it is over. */
  private void beginASecond() throws IOException {
    long now = System.nanoTime();
    if (now - secondEnds >= 0) {
      secondEnds = now + SECOND;
      lines.set(0);
      writeWhatIsMissing();
    }
  }

  private void writeWhatIsMissing() throws IOException {
    SortedMap<String, Long> missing = new TreeMap<>();
    for (String name : List.copyOf(unlogged.keySet())) {
      Long count = unlogged.remove(name);
      if (count != null) {
        missing.put(name, count);
      }
    }
    if (!missing.isEmpty()) {
      write(Entry.now(new ServerEvent.Unlogged(missing)));
    }
  }

  private void write(Entry entry) throws IOException {
    out.write(format.line(entry.time(), entry.event()).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
