package nearfar.networks.toxiproxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** A call to Toxiproxy's API that did not do what it was to do; the message says it to people. */
public final class GatewayException extends Exception {
  private static final long serialVersionUID = 1L;

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
   * other JSON, surfaces as whatever the parser or a cast throws.
   */
  static <T> T translate(Call<T> call) throws GatewayException {
    try {
      return call.make();
    } catch (SocketTimeoutException timeout) {
      throw new GatewayException("the gateway's API does not answer", true, timeout);
    } catch (UnknownHostException unknown) {
      throw new GatewayException(
          "the gateway is not there: nobody knows the name " + unknown.getMessage(),
          false,
          unknown);
    } catch (ConnectException refused) {
      throw new GatewayException("the gateway's API refuses connections", false, refused);
    } catch (IOException failed) {
      throw new GatewayException("the gateway's API failed: " + failed.getMessage(), false, failed);
    } catch (RuntimeException garbled) {
      throw new GatewayException(
          "the gateway's API gave an answer that is not Toxiproxy's (" + garbled + ")",
          false,
          garbled);
    }
  }
}
