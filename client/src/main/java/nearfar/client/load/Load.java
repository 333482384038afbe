package nearfar.client.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.function.Consumer;
import nearfar.client.GreetingClient;
import nearfar.client.Reason;
import nearfar.client.Received;

/**
 * Has virtual clients come by a plan, each to connect, receive to the end and close. One thread
 * does it for all of them, and ten thousand connections cost little beyond what the kernel has for
 * each. Whose server has not done with one appointment comes late to the next, and its time counts
 * from the appointment all the same.
 *
 * <p>It ends by itself: what is overdue at the plan's end is still begun for {@link #OVERTIME}, and
 * what has begun ends within the limits of the client. {@link #run} belongs to one thread; {@link
 * #stop} may be called from any other.
 */
public final class Load implements AutoCloseable {

  /** How long after the plan's end an overdue appointment may still be kept. */
  public static final Duration OVERTIME = Duration.ofSeconds(5);

  private static final int BUFFER = 16 << 10;

  /** So that neither a burst of appointments nor one long greeting keeps all others waiting. */
  private static final int AT_A_TIME = 64;

  private static final long MILLI = 1_000_000;
  private static final long PROGRESS_NANOS = 1000 * MILLI;

  private final GreetingClient target;
  private final InetAddress address;
  private final LoadPlan plan;
  private final Consumer<LoadProgress> progress;
  private final Duration overtime;

  private final Selector selector;
  private final LoadFigures figures = new LoadFigures();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] bytes = new byte[BUFFER];
  private volatile boolean stopped;

  // In the order of their deadlines, as all have the same time.
  private final SequencedSet<Visit> connecting = new LinkedHashSet<>();
  private final SequencedSet<Visit> receiving = new LinkedHashSet<>();

  // A client each: the appointment that it keeps next, how many of them are overdue, and whether it
  // is keeping one.
  private final long[] next;
  private final int[] overdue;
  private final boolean[] busy;
  private final Queue<Integer> free = new ArrayDeque<>();

  private long beginNanos;
  private long lastEndNanos;
  private long nextDue;
  private long allOverdue;

  /**
   * Opens what it needs; nobody comes before {@link #run}.
   *
   * @param target whom to visit, in which words and within which limits
   * @param address where that is, looked up once: a look-up for each visit would be a load of its
   *     own
   * @param progress is told once a second, on the thread that runs
   * @throws IOException if the system has no selector left
   */
  public Load(
      GreetingClient target, InetAddress address, LoadPlan plan, Consumer<LoadProgress> progress)
      throws IOException {
    this(target, address, plan, progress, OVERTIME);
  }

  Load(
      GreetingClient target,
      InetAddress address,
      LoadPlan plan,
      Consumer<LoadProgress> progress,
      Duration overtime)
      throws IOException {
    this.overtime = overtime;
    this.target = target;
    this.address = address;
    this.plan = plan;
    this.progress = progress;
    this.selector = Selector.open();
    this.next = new long[plan.clients()];
    this.overdue = new int[plan.clients()];
    this.busy = new boolean[plan.clients()];
    for (int client = 0; client < plan.clients(); client++) {
      next[client] = client;
    }
  }

  /**
   * Has them all come, once; returns when the last exchange has ended, or soon after a stop.
   *
   * @throws UncheckedIOException if the selector fails, never for what happens on the network
   */
  public LoadFigures run() {
    beginNanos = System.nanoTime();
    lastEndNanos = beginNanos;
    long tell = beginNanos + PROGRESS_NANOS;
    try (Pacer _ = new Pacer(plan, beginNanos, selector)) {
      while (!isOver()) {
        boolean more = comeDue();
        more |= comeLate();
        long now = System.nanoTime();
        more |= endOverdue(now);
        if (now - tell >= 0) {
          progress.accept(progress(now));
          tell += PROGRESS_NANOS;
        }
        if (more || isOver()) {
          selector.selectNow(this::proceed);
        } else {
          selector.select(this::proceed, millisUntilDeadline(now, tell));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = beginNanos + plan.lasting().toNanos();
    figures.over(
        connecting.size() + receiving.size(),
        allOverdue,
        (stopped ? System.nanoTime() : Math.max(end, lastEndNanos)) - beginNanos);
    return figures;
  }

  /** Ends it now: what is under way counts as unfinished, and {@link #run} returns. */
  public void stop() {
    stopped = true;
    selector.wakeup();
  }

  /** Breaks off what is still under way. Not before {@link #run} has returned. */
  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  private boolean isOver() {
    return stopped
        || (nextDue == plan.appointments()
            && connecting.isEmpty()
            && receiving.isEmpty()
            && free.isEmpty());
  }

  /** Whether there is more to do at once. */
  private boolean comeDue() {
    for (int begun = 0; nextDue < plan.appointments(); nextDue++) {
      if (beginNanos + plan.nanosOf(nextDue) - System.nanoTime() > 0) {
        return false;
      }
      if (begun++ == AT_A_TIME) {
        return true;
      }
      figures.cameDue();
      int client = plan.clientOf(nextDue);
      if (busy[client] || overdue[client] > 0) {
        overdue[client]++;
        allOverdue++;
      } else {
        begin(client);
      }
    }
    return false;
  }

  /**
   * Those who are free again and have an appointment that has passed; whether there is more to do.
   */
  private boolean comeLate() {
    long last = beginNanos + plan.lasting().toNanos() + overtime.toNanos();
    for (int begun = 0; !free.isEmpty(); begun++) {
      if (System.nanoTime() - last > 0) {
        free.clear();
        return true;
      }
      if (begun == AT_A_TIME) {
        return true;
      }
      int client = free.remove();
      overdue[client]--;
      allOverdue--;
      begin(client);
    }
    return false;
  }

  private void begin(int client) {
    long appointed = beginNanos + plan.nanosOf(next[client]);
    next[client] += plan.clients();
    busy[client] = true;
    long start = System.nanoTime();
    figures.begun(start - appointed, connecting.size() + receiving.size() + 1);
    SocketChannel channel;
    try {
      channel = SocketChannel.open();
    } catch (IOException e) {
      figures.failed(Reason.OTHER, String.valueOf(e.getMessage()));
      leave(client);
      return;
    }
    Visit visit = new Visit(client, channel, target, appointed, start);
    connecting.add(visit);
    try {
      channel.configureBlocking(false);
      boolean connected = channel.connect(new InetSocketAddress(address, target.port()));
      channel.register(selector, connected ? 0 : SelectionKey.OP_CONNECT, visit);
      if (connected) {
        connected(visit);
      }
    } catch (IOException e) {
      fail(visit, e);
    }
  }

  private void proceed(SelectionKey key) {
    Visit visit = (Visit) key.attachment();
    try {
      if (key.isConnectable()) {
        visit.channel.finishConnect();
        connected(visit);
        return;
      }
      if (key.isWritable()) {
        send(visit);
      }
      if (key.isReadable()) {
        receive(visit);
      }
    } catch (IOException e) {
      fail(visit, e);
    }
  }

  private void connected(Visit visit) throws IOException {
    visit.connectedNanos = System.nanoTime();
    figures.connected(visit.connectedNanos - visit.startNanos);
    connecting.remove(visit);
    receiving.add(visit);
    send(visit);
  }

  private void send(Visit visit) throws IOException {
    if (visit.unsent.hasRemaining()) {
      visit.channel.write(visit.unsent);
    }
    SelectionKey key = visit.channel.keyFor(selector);
    if (key != null) {
      boolean all = !visit.unsent.hasRemaining();
      key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  private void receive(Visit visit) throws IOException {
    boolean once = target.dialogue().readsOnce();
    for (int reads = 0; reads < AT_A_TIME; reads++) {
      buffer.clear();
      if (once) {
        buffer.limit(GreetingClient.TUTORIALS_BUFFER);
      }
      int length = visit.channel.read(buffer);
      if (length == 0) {
        return;
      }
      if (length > 0) {
        buffer.get(0, bytes, 0, length);
        visit.receipt.add(bytes, length, OutputStream.nullOutputStream());
      }
      if (length < 0 || once || visit.receipt.isSettled()) {
        end(visit);
        return;
      }
    }
  }

  private void end(Visit visit) throws IOException {
    Reason flaw = visit.receipt.flaw();
    Received received = visit.receipt.received();
    if (flaw != null) {
      figures.failed(flaw, flaw.id());
    } else if (isWanted(received)) {
      long last = visit.receipt.lastByteNanos();
      figures.greeted(received, last - visit.startNanos, last - visit.appointedNanos);
    } else {
      figures.greetedWrongly();
    }
    leave(visit);
  }

  /**
   * All are held against the first. Where an answer only has to contain something, the rest of it
   * may be what it likes.
   */
  private boolean isWanted(Received received) {
    Received first = figures.greetingReceived();
    return first == null || !target.dialogue().expect().isEmpty() || received.equals(first);
  }

  private void fail(Visit visit, IOException e) {
    Reason reason = connecting.contains(visit) ? Reason.ofConnecting(e) : Reason.ofReceiving(e);
    figures.failed(reason, String.valueOf(e.getMessage()));
    try {
      leave(visit);
    } catch (IOException closing) {
      e.addSuppressed(closing); // it has failed already
    }
  }

  private void leave(Visit visit) throws IOException {
    connecting.remove(visit);
    receiving.remove(visit);
    leave(visit.client);
    visit.channel.close();
  }

  private void leave(int client) {
    busy[client] = false;
    lastEndNanos = System.nanoTime();
    if (overdue[client] > 0) {
      free.add(client);
    }
  }

  /** Breaks off what takes too long; whether there was any. */
  private boolean endOverdue(long now) {
    long connectTimeout = target.limits().connectTimeout().toNanos();
    long readTimeout = target.limits().readTimeout().toNanos();
    boolean any = false;
    while (!connecting.isEmpty() && now - connecting.getFirst().startNanos - connectTimeout >= 0) {
      fail(connecting.getFirst(), new SocketTimeoutException("timed out"));
      any = true;
    }
    while (!receiving.isEmpty() && now - receiving.getFirst().connectedNanos - readTimeout >= 0) {
      fail(receiving.getFirst(), new SocketTimeoutException("timed out"));
      any = true;
    }
    return any;
  }

  private long millisUntilDeadline(long now, long tell) {
    long left = tell - now;
    Iterator<Visit> first = connecting.iterator();
    if (first.hasNext()) {
      long end = first.next().startNanos + target.limits().connectTimeout().toNanos();
      left = Math.min(left, end - now);
    }
    first = receiving.iterator();
    if (first.hasNext()) {
      long end = first.next().connectedNanos + target.limits().readTimeout().toNanos();
      left = Math.min(left, end - now);
    }
    return Math.max(1, (left + MILLI - 1) / MILLI);
  }

  private LoadProgress progress(long now) {
    return new LoadProgress(
        now - beginNanos,
        figures.due(),
        figures.greetings(),
        figures.failures() + figures.wrong(),
        connecting.size() + receiving.size());
  }
}
