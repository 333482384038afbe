package nearfar.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for every event, on a thread of its own: whoever greets never waits for whoever
 * reads the log. When lines are not taken, up to {@link #WAITING} events wait, and further ones are
 * counted and told as one {@code unlogged}.
 */
final class Log implements Consumer<ServerEvent>, AutoCloseable {

  private static final int WAITING = 4096;

  // How long the last lines may take when the program ends.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private record Entry(Instant time, ServerEvent event) {}

  private final LogFormat format;
  private final OutputStream out;
  private final BlockingQueue<Entry> entries = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong unlogged = new AtomicLong();
  private final Thread writer;
  private volatile boolean closing;

  /** Starts to write to {@code out}, which stays open. */
  Log(LogFormat format, OutputStream out) {
    this.format = format;
    this.out = new BufferedOutputStream(out);
    this.writer = Thread.ofPlatform().daemon().name("log").start(this::write);
  }

  /** Takes the event without waiting. Any thread may call it. */
  @Override
  public void accept(ServerEvent event) {
    if (!entries.offer(new Entry(Instant.now(), event))) {
      unlogged.incrementAndGet();
    }
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

  private void write() {
    try {
      Entry entry;
      while ((entry = next()) != null) {
        writeWhatIsMissing();
        write(entry);
      }
      writeWhatIsMissing();
      out.flush();
    } catch (IOException e) {
      // Nobody reads the log any more. The server goes on, and the events are counted in vain.
    }
  }

  /** The next event; null once the log is closing and all is written. */
  private @Nullable Entry next() throws IOException {
    Entry entry = entries.poll();
    if (entry != null || closing) {
      return entry;
    }
    out.flush();
    try {
      return entries.take();
    } catch (InterruptedException e) {
      return entries.poll();
    }
  }

  private void writeWhatIsMissing() throws IOException {
    long missing = unlogged.getAndSet(0);
    if (missing > 0) {
      write(new Entry(Instant.now(), new ServerEvent.Unlogged(missing)));
    }
  }

  private void write(Entry entry) throws IOException {
    out.write(format.line(entry.time(), entry.event()).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
