package nearfar.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A client for a container that has only the JDK: a plain socket connects to the server, reads to
 * the end, and its result is printed. Without arguments it waits, and the same container can run it
 * repeatedly.
 */
public final class RawClient {
  private RawClient() {}

  /**
   * Prints a line for each attempt: how it ended, the bytes, the receives, and the milliseconds
   * from the start of connecting to the connection, to the last byte and to the end; -1 for an
   * event that did not happen.
   *
   * @param arguments the number of attempts, then the time-outs of connect and of receive in
   *     milliseconds
   */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      System.out.println("ready");
      while (true) {
        LockSupport.park();
      }
    }
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      attempt(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }

  @SuppressWarnings("AddressSelection") // the name has one address, the gateway's
  private static void attempt(int connectMillis, int receiveMillis) {
    long start = System.nanoTime();
    double connected = -1;
    double last = -1;
    int bytes = 0;
    int receives = 0;
    String end;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("server", 4444), connectMillis);
      connected = millisSince(start);
      socket.setSoTimeout(receiveMillis);
      InputStream input = socket.getInputStream();
      byte[] some = new byte[65_536];
      for (int count = input.read(some); count >= 0; count = input.read(some)) {
        last = millisSince(start);
        bytes += count;
        receives++;
      }
      end = "end";
    } catch (SocketTimeoutException silence) {
      end = connected < 0 ? "connect-timeout" : "read-timeout";
    } catch (ConnectException refused) {
      end = "refused";
    } catch (IOException failed) {
      end = String.valueOf(failed.getMessage()).contains("reset") ? "reset" : failed.toString();
    }
    System.out.printf(
        Locale.ROOT,
        "%s %d %d %.3f %.3f %.3f%n",
        end,
        bytes,
        receives,
        connected,
        last,
        millisSince(start));
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
