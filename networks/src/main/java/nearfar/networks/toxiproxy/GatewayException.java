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

/** A failed call of Toxiproxy's API; the message is for users. */
public final class GatewayException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Many times longer than the changes of one proxy take on a busy machine. */
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
   * Makes a call and translates its failures. Two error branches of toxiproxy-java 2.1.11 have
   * broken format strings and throw those errors instead; an unexpected reply surfaces as any
   * exception of the parser or a cast. Its time-out restarts with each byte, so this method bounds
   * the whole call.
   */
  static <T> T translate(Call<T> call) throws GatewayException {
    return translate(call, LONGEST);
  }

  /** The same with another time limit. */
  static <T> T translate(Call<T> call, Duration longest) throws GatewayException {
    FutureTask<T> task = new FutureTask<>(call::make);
    // An interrupt of a virtual thread closes the socket that it waits for.
    Thread caller = Thread.ofVirtual().start(task);
    try {
      return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw toGatewayException(Objects.requireNonNull(failed.getCause()));
    } catch (TimeoutException tooLong) {
      throw new GatewayException(
          "the gateway's API came to no end within " + Durations.format(longest), false, tooLong);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new GatewayException("the wait for the gateway's API was interrupted", false, stopping);
    } finally {
      end(caller);
    }
  }

  /** Ends the call: it must not change the gateway later. */
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

  private static GatewayException toGatewayException(Throwable failure) {
    return switch (failure) {
      case SocketTimeoutException _ ->
          new GatewayException("the gateway's API does not answer", true, failure);
      case UnknownHostException _ ->
          failed(
              "the gateway is not there: nobody knows the name " + failure.getMessage(), failure);
      case ConnectException _ -> failed("the gateway's API refuses connections", failure);
      case IOException _ ->
          failed("the gateway's API failed: " + inOneLine(failure.getMessage()), failure);
      // Includes an OutOfMemoryError.
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

  /** Text from another program may contain anything. */
  private static String inOneLine(@Nullable String words) {
    String line = String.valueOf(words).replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "...";
  }
}
