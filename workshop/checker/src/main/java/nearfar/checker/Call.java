package nearfar.checker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One connection to an attendee's server.
 *
 * @param occasion the part of the check that it belongs to
 * @param text what the server sent, up to {@link Run#MOST_BYTES}
 */
record Call(String occasion, Result result, String text) {
  private static final int PATIENCE_MILLIS = 3000;

  enum Result {
    /** Bytes, then the end of the stream. */
    GREETED,
    REFUSED,
    /** The end, or a reset, without a byte. */
    EMPTY,
    /** Bytes, then neither more bytes nor the end. */
    NO_END,
    /** Neither a byte nor the end. */
    SILENT
  }

  /** Connects, and reads to the end. */
  static Call make(String occasion, String host, int port) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Result result;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      InputStream in = socket.getInputStream();
      byte[] some = new byte[8192];
      for (int count = in.read(some);
          count >= 0 && bytes.size() < Run.MOST_BYTES;
          count = in.read(some)) {
        bytes.write(some, 0, count);
      }
      result = bytes.size() == 0 ? Result.EMPTY : Result.GREETED;
    } catch (SocketTimeoutException e) {
      result = bytes.size() == 0 ? Result.SILENT : Result.NO_END;
    } catch (ConnectException | UnknownHostException e) {
      result = Result.REFUSED;
    } catch (IOException e) {
      result = Result.EMPTY; // reset
    }
    return new Call(occasion, result, bytes.toString(StandardCharsets.UTF_8));
  }

  boolean atDefaultPort() {
    return occasion.endsWith("-default-port");
  }

  boolean gotNoEnd() {
    return result == Result.NO_END || result == Result.SILENT;
  }

  /** The line that {@link #parse} reads. */
  String line() {
    return occasion
        + " "
        + result
        + " "
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Call parse(String line) {
    String[] fields = line.split(" ", -1);
    if (fields.length != 3) {
      throw new IllegalArgumentException("\"" + line + "\" is not a call");
    }
    return new Call(
        fields[0],
        Result.valueOf(fields[1]),
        new String(Base64.getDecoder().decode(fields[2]), StandardCharsets.UTF_8));
  }
}
