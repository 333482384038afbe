package nearfar.client.diagram;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Simultaneous tcpdump captures from several containers of one lab: a near and a far client, the
 * gateway, the server.
 */
public final class Captures {

  private static final Pattern HEADER = Pattern.compile("([a-z][a-z0-9-]{0,63}) +(\\d{1,12})");
  private static final int MAX_HEADER_LENGTH = 100;

  private final List<CapturePoint> capturePoints;

  private Captures(List<CapturePoint> capturePoints) {
    this.capturePoints = capturePoints;
  }

  /**
   * Reads concatenated pcap files. Before each file comes a line with the container's name and the
   * file's length in bytes, such as {@code client-wan-1 1526}. Does not close the stream.
   *
   * @throws PcapException if the input has another form; the message names the container
   */
  public static Captures read(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in);
    List<CapturePoint> capturePoints = new ArrayList<>();
    for (String header = line(buffered); !header.isEmpty(); header = line(buffered)) {
      Matcher parts = HEADER.matcher(header);
      if (!parts.matches()) {
        throw new PcapException("\"" + header + "\" is not a name and a number of bytes");
      }
      try (CaptureStream capture = new CaptureStream(buffered, Long.parseLong(parts.group(2)))) {
        capturePoints.add(CapturePoint.read(parts.group(1), capture));
      } catch (PcapException e) {
        throw new PcapException(parts.group(1) + ": " + e.getMessage());
      }
    }
    return new Captures(capturePoints);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == MAX_HEADER_LENGTH) {
        throw new PcapException("a name and a number of bytes are expected, not a line this long");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  /**
   * The diagrams of one near and one far exchange, as lines for people. A side that was not
   * captured is omitted.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Optional<CapturePoint> server = capturePoint("server"::equals);
    Optional<CapturePoint> gateway = capturePoint("wan-gateway"::equals);
    Optional<CapturePoint> near = capturePoint(name -> name.startsWith("client-lan"));
    Optional<CapturePoint> far = capturePoint(name -> name.startsWith("client-wan"));
    if (near.isPresent() && server.isPresent()) {
      add(lines, "near", near.get(), SequenceDiagrams.near(near.get(), server.get()));
    }
    if (far.isPresent() && gateway.isPresent() && server.isPresent()) {
      add(lines, "far", far.get(), SequenceDiagrams.far(far.get(), gateway.get(), server.get()));
    }
    return lines;
  }

  private static void add(
      List<String> lines, String label, CapturePoint client, Optional<SequenceDiagram> diagram) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.addAll(
        diagram
            .map(found -> SequenceDiagramText.lines(label, found))
            .orElseGet(() ->
                List.of(
                    "%-9s %s began no exchange during the capture"
                        .formatted(label, client.name()))));
  }

  private Optional<CapturePoint> capturePoint(Predicate<String> name) {
    return capturePoints.stream().filter(each -> name.test(each.name())).findFirst();
  }

  /** The next bytes of another stream; closing skips those that are unread. */
  private static final class CaptureStream extends InputStream {
    private final InputStream in;
    private long remaining;

    CaptureStream(InputStream in, long length) {
      this.in = in;
      this.remaining = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (remaining == 0 || length == 0) {
        return length == 0 ? 0 : -1;
      }
      int count = in.read(bytes, offset, (int) Math.min(length, remaining));
      if (count > 0) {
        remaining -= count;
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      try {
        in.skipNBytes(remaining);
        remaining = 0;
      } catch (EOFException e) {
        throw new PcapException("the capture ends too early");
      }
    }
  }
}
