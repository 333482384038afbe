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
 * What tcpdump heard at the same time at several places of one lab: a client of either side, the
 * gateway, the server.
 */
public final class Captures {

  private static final Pattern HEAD = Pattern.compile("([a-z][a-z0-9-]{0,63}) +(\\d{1,12})");
  private static final int LONGEST_HEAD = 100;

  private final List<CapturePoint> places;

  private Captures(List<CapturePoint> places) {
    this.places = places;
  }

  /**
   * Reads pcap files that come one after another, each behind a line of the place's name and its
   * length in bytes, such as {@code client-wan-1 1526}.
   *
   * @throws PcapException if something else comes; the message says where
   */
  public static Captures read(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in);
    List<CapturePoint> places = new ArrayList<>();
    for (String head = line(buffered); !head.isEmpty(); head = line(buffered)) {
      Matcher parts = HEAD.matcher(head);
      if (!parts.matches()) {
        throw new PcapException("\"" + head + "\" is not a name and a number of bytes");
      }
      try (Part part = new Part(buffered, Long.parseLong(parts.group(2)))) {
        places.add(CapturePoint.read(parts.group(1), part));
      } catch (PcapException e) {
        throw new PcapException(parts.group(1) + ": " + e.getMessage());
      }
    }
    return new Captures(places);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == LONGEST_HEAD) {
        throw new PcapException("a name and a number of bytes are expected, not a line this long");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  /**
   * The ladder of one exchange near and of one far, as lines for people; a side that was not
   * captured is left out.
   */
  public List<String> ladders() {
    List<String> lines = new ArrayList<>();
    Optional<CapturePoint> server = place("server"::equals);
    Optional<CapturePoint> gateway = place("wan-gateway"::equals);
    Optional<CapturePoint> near = place(name -> name.startsWith("client-lan"));
    Optional<CapturePoint> far = place(name -> name.startsWith("client-wan"));
    if (near.isPresent() && server.isPresent()) {
      show(lines, "near", near.get(), SequenceDiagrams.near(near.get(), server.get()));
    }
    if (far.isPresent() && gateway.isPresent() && server.isPresent()) {
      show(lines, "far", far.get(), SequenceDiagrams.far(far.get(), gateway.get(), server.get()));
    }
    return lines;
  }

  private static void show(
      List<String> lines, String label, CapturePoint client, Optional<SequenceDiagram> ladder) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.addAll(
        ladder
            .map(found -> SequenceDiagramText.lines(label, found))
            .orElseGet(() ->
                List.of("%-9s %s began no exchange meanwhile".formatted(label, client.name()))));
  }

  private Optional<CapturePoint> place(Predicate<String> name) {
    return places.stream().filter(each -> name.test(each.name())).findFirst();
  }

  /** So many bytes of another stream; closed, it leaves that behind them. */
  private static final class Part extends InputStream {
    private final InputStream in;
    private long left;

    Part(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0 || length == 0) {
        return length == 0 ? 0 : -1;
      }
      int count = in.read(bytes, offset, (int) Math.min(length, left));
      if (count > 0) {
        left -= count;
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      try {
        in.skipNBytes(left);
        left = 0;
      } catch (EOFException e) {
        throw new PcapException("the capture ends too early");
      }
    }
  }
}
