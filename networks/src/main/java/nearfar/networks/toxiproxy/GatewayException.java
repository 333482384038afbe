package nearfar.networks.toxiproxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nearfar.networks.link.Durations;
import org.jspecify.annotations.Nullable;

/** A call to Toxiproxy's API that did not do what it was to do; the message says it to people. */
public final class GatewayException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A good many times what the changes of one proxy take on a busy machine. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int MOST_WORDS = 200;

  private final boolean silent;

  private GatewayException(String message, boolean silent, Throwable cause) {
    super(message, cause);
    this.silent = silent;
  }

  /** Whether the API neither answered nor refused within its time, as a paused gateway does. */
  public boolean silent() {
    return silent;
  }

  /** A call through toxiproxy-java. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws IOException;
  }

  /**
   * Makes a call and turns its failures into ours. Two error branches of toxiproxy-java 2.1.11 have
   * broken format strings and throw those instead of what went wrong; a reply that is no JSON, or
   * other JSON, surfaces as whatever the parser or a cast throws. It waits for each byte anew, and
   * keeps all of them: a reply that never ends is ended here.
   */
  static <T> T translate(Call<T> call) throws GatewayException {
    return translate(call, LONGEST);
  }

  /** The same with another bound. */
  static <T> T translate(Call<T> call, Duration longest) throws GatewayException {
    FutureTask<T> task = new FutureTask<>(call::make);
    // Of a virtual thread, to interrupt it closes the socket that it waits for.
    Thread caller = Thread.ofVirtual().start(task);
    try {
      return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw translated(Objects.requireNonNull(failed.getCause()));
    } catch (TimeoutException endless) {
      throw new GatewayException(
          "the gateway's API came to no end within " + Durations.format(longest), false, endless);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new GatewayException("the gateway's API was not waited for", false, stopping);
    } finally {
      end(caller);
    }
  }

  /** Leaves nothing behind that would still change the gateway. */
  private static void end(Thread caller) {
    caller.interrupt();
    boolean interrupted = false;
    while (caller.isAlive()) {
      try {
        caller.join();
      } catch (InterruptedException stopping) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static GatewayException translated(Throwable failure) {
    return switch (failure) {
      case SocketTimeoutException _ ->
          new GatewayException("the gateway's API does not answer", true, failure);
      case UnknownHostException _ ->
          failed(
              "the gateway is not there: nobody knows the name " + failure.getMessage(), failure);
      case ConnectException _ -> failed("the gateway's API refuses connections", failure);
      case IOException _ ->
          failed("the gateway's API failed: " + inOneLine(failure.getMessage()), failure);
      // Also one that is too large for this program's memory.
      default ->
          failed(
              "the gateway's API gave an answer that is not Toxiproxy's (%s)"
                  .formatted(inOneLine(failure.toString())),
              failure);
    };
  }

  private static GatewayException failed(String message, Throwable cause) {
    return new GatewayException(message, false, cause);
  }

  /** What another program says may be anything. */
  private static String inOneLine(@Nullable String words) {
    String line = String.valueOf(words).replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "...";
  }
}
