package nearfar.tests.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A program for a container that has only the JDK: attacks a server with a number of connections at
 * once for some seconds, and prints its result on one line. Without arguments it waits, and the
 * same container can run it repeatedly.
 */
final class Attacker {
  private static final int CONNECT_MILLIS = 1_000;
  private static final long MOST_SENT = 3L << 30;
  private static final long MOST_OPENED = 60_000;
  private static final long PAUSE_NANOS = 10_000_000;

  private static final AtomicLong OPENED = new AtomicLong();
  private static final AtomicLong WHOLE = new AtomicLong();
  private static final AtomicLong AWAY = new AtomicLong();
  private static final AtomicLong REFUSED = new AtomicLong();
  private static final AtomicLong UNANSWERED = new AtomicLong();
  private static final AtomicLong BROKEN = new AtomicLong();
  private static final AtomicLong SENT = new AtomicLong();
  private static final ConcurrentLinkedQueue<Long> AWAY_NANOS = new ConcurrentLinkedQueue<>();

  private Attacker() {}

  /**
   * Attacks, or waits.
   *
   * @param arguments host, kind, connections at once, seconds
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length == 0) {
      System.out.println("ready");
      while (true) {
        LockSupport.park();
      }
    }
    String host = arguments[0];
    String kind = arguments[1];
    int count = Integer.parseInt(arguments[2]);
    long end = System.nanoTime() + Integer.parseInt(arguments[3]) * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(Thread.startVirtualThread(() -> attackUntil(end, host, kind)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Long[] away = AWAY_NANOS.toArray(Long[]::new);
    Arrays.sort(away);
    System.out.printf(
        Locale.ROOT,
        "opened %d, greeted %d, turned away %d (half within %.1f ms, all within %.1f ms), broken %d, refused %d, unanswered %d, sent %d MB%n",
        OPENED.get(),
        WHOLE.get(),
        AWAY.get(),
        away.length == 0 ? 0 : away[away.length / 2] / 1e6,
        away.length == 0 ? 0 : away[away.length - 1] / 1e6,
        BROKEN.get(),
        REFUSED.get(),
        UNANSWERED.get(),
        SENT.get() >> 20);
  }

  private static void attackUntil(long end, String host, String kind) {
    while (System.nanoTime() < end
        && SENT.get() < MOST_SENT
        && OPENED.incrementAndGet() <= MOST_OPENED) {
      boolean connected = false;
      try (Socket socket = new Socket()) {
        if (kind.equals("slow")) {
          socket.setReceiveBufferSize(1);
        }
        socket.connect(new InetSocketAddress(host, 4444), CONNECT_MILLIS);
        connected = true;
        socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
        switch (kind) {
          case "idle" -> {
            if (read(socket)) {
              parkUntil(end);
            }
          }
          case "churn" -> read(socket);
          case "touch" -> LockSupport.parkNanos(1_000_000);
          case "slow" -> sip(socket, end);
          case "send" -> send(socket, end);
          case "half" -> {
            socket.shutdownOutput();
            parkUntil(end);
          }
          case "reset" -> socket.setSoLinger(true, 0);
          case "wait" -> {
            parkUntil(end);
            read(socket);
          }
          default -> throw new IllegalArgumentException("no attack '" + kind + "'");
        }
      } catch (SocketTimeoutException silence) {
        UNANSWERED.incrementAndGet();
      } catch (ConnectException refused) {
        REFUSED.incrementAndGet();
      } catch (IOException broken) {
        if (connected) {
          BROKEN.incrementAndGet();
        }
      }
    }
  }

  /** Whether the connection was greeted. */
  private static boolean read(Socket socket) throws IOException {
    long began = System.nanoTime();
    InputStream input = socket.getInputStream();
    byte[] some = new byte[8192];
    long total = 0;
    for (int read = input.read(some); read >= 0; read = input.read(some)) {
      total += read;
    }
    if (total > 0) {
      WHOLE.incrementAndGet();
      return true;
    }
    AWAY.incrementAndGet();
    AWAY_NANOS.add(System.nanoTime() - began);
    LockSupport.parkNanos(PAUSE_NANOS);
    return false;
  }

  /** Reads a byte from time to time, so that no idle time-out ends it. */
  private static void sip(Socket socket, long end) throws IOException {
    long began = System.nanoTime();
    InputStream input = socket.getInputStream();
    if (input.read() < 0) {
      AWAY.incrementAndGet();
      AWAY_NANOS.add(System.nanoTime() - began);
      LockSupport.parkNanos(PAUSE_NANOS);
      return;
    }
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(200_000_000);
      if (input.read() < 0) {
        return;
      }
    }
  }

  private static void send(Socket socket, long end) throws IOException {
    OutputStream output = socket.getOutputStream();
    byte[] some = new byte[65_536];
    while (System.nanoTime() < end && SENT.addAndGet(some.length) < MOST_SENT) {
      output.write(some);
    }
  }

  private static void parkUntil(long end) {
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
