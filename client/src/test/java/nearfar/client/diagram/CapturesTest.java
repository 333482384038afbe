package nearfar.client.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nearfar.client.cli.Run;
import org.junit.jupiter.api.Test;

/** Tests with a real capture of one exchange at both ends, also truncated and damaged. */
class CapturesTest {
  private static final int PCAP_HEADER = 24;

  @Test
  void anExchangeIsShownPacketByPacketWithItsTimesAtBothEnds() throws IOException {
    Run diagram = Run.of(Map.of(), capture("client-lan-1", "server"), "diagram");
    assertEquals(0, diagram.status(), diagram.err());
    assertEquals(
        """
          near      client-lan-1 at 10.44.0.4:45080 to 10.44.0.2:4444; ms since its SYN

           client-lan-1                                 server
                  0.000  ── SYN ──────────────▶          0.034
                  0.062  ◀── SYN-ACK ──────────          0.056
                  0.078  ── ACK ──────────────▶          0.082
                  0.269  ◀── data 31 ──────────          0.261
                  0.276  ── ACK ──────────────▶          0.281
                  0.297  ◀── FIN ──────────────          0.293
                  0.449  ── FIN ──────────────▶          0.454
                  0.471  ◀── ACK ──────────────          0.462
        """,
        diagram.out());
  }

  @Test
  void aSegmentThatOneEndMissedIsShownAsNotSeen() throws IOException {
    byte[] server = pcap("server");
    List<String> lines =
        Captures.read(
                new ByteArrayInputStream(
                    framed(
                        Map.of(
                            "client-lan-1",
                            pcap("client-lan-1"),
                            "server",
                            Arrays.copyOf(server, 24)))))
            .lines();
    assertTrue(
        lines.contains("        0.269  ◀── data 31 ──────────       not seen"), lines.toString());
  }

  @Test
  void aCompleteExchangeIsPreferredToOneWithAMissedPacket() throws IOException {
    byte[] client = pcap("client-lan-1");
    byte[] server = pcap("server");
    byte[] cut = Arrays.copyOf(server, server.length - 100);
    List<String> lines =
        Captures.read(
                new ByteArrayInputStream(
                    framed(
                        Map.of(
                            "client-lan-1",
                            join(client, fromAnotherPort(client)),
                            "server",
                            join(wholePackets(cut), fromAnotherPort(server))))))
            .lines();
    assertTrue(lines.getFirst().contains(" at 10.44.0.4:45081 to "), lines.toString());
    assertTrue(lines.stream().noneMatch(line -> line.contains("not seen")), lines.toString());
  }

  /** Appends the packets of the second file to the first. */
  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length - PCAP_HEADER);
    System.arraycopy(second, PCAP_HEADER, both, first.length, second.length - PCAP_HEADER);
    return both;
  }

  private static byte[] fromAnotherPort(byte[] pcap) {
    byte[] changed = pcap.clone();
    for (int at = PCAP_HEADER; at + 1 < changed.length; at++) {
      if (changed[at] == (byte) (45080 >> 8) && changed[at + 1] == (byte) 45080) {
        changed[at + 1]++;
      }
    }
    return changed;
  }

  private static byte[] wholePackets(byte[] pcap) {
    ByteBuffer records = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
    int end = PCAP_HEADER;
    while (end + 16 <= pcap.length && end + 16 + records.getInt(end + 8) <= pcap.length) {
      end += 16 + records.getInt(end + 8);
    }
    return Arrays.copyOf(pcap, end);
  }

  @Test
  void aSideWithoutAnExchangeIsReported() throws IOException {
    Map<String, byte[]> silent =
        Map.of("client-lan-1", Arrays.copyOf(pcap("client-lan-1"), 24), "server", new byte[0]);
    assertEquals(
        List.of("near      client-lan-1 began no exchange during the capture"),
        Captures.read(new ByteArrayInputStream(framed(silent))).lines());
  }

  @Test
  void aTruncatedCaptureShowsItsCompletePackets() throws IOException {
    byte[] whole = pcap("client-lan-1");
    List<Segment> all = new ArrayList<>();
    Pcap.read(new ByteArrayInputStream(whole), all::add);
    assertEquals(8, all.size());
    for (int length = 24; length < whole.length; length++) {
      List<Segment> some = new ArrayList<>();
      Pcap.read(new ByteArrayInputStream(Arrays.copyOf(whole, length)), some::add);
      assertEquals(all.subList(0, some.size()), some);
    }
  }

  @Test
  void aWrongByteCausesAtMostAPcapException() throws IOException {
    byte[] whole = pcap("client-lan-1");
    for (int at = 0; at < whole.length; at++) {
      byte[] wrong = whole.clone();
      wrong[at] ^= (byte) 0xff;
      byte[] input = framed(Map.of("client-lan-1", wrong, "server", pcap("server")));
      assertDoesNotThrow(() -> {
        try {
          Captures.read(new ByteArrayInputStream(input)).lines();
        } catch (PcapException rejected) {
          assertTrue(rejected.getMessage().startsWith("client-lan-1: "), rejected.getMessage());
        }
      });
    }
  }

  @Test
  void inputThatIsNotACaptureIsRejected() throws IOException {
    assertRejected(
        "client-lan-1 5\nhello", "client-lan-1: the file ends within its header, after 5 bytes");
    assertRejected(
        "server 30\nhello, this is no pcap file at all",
        "server: not a pcap file, it begins with 0x6c6c6568");
    assertRejected("SERVER 30\n", "\"SERVER 30\" is not a name and a number of bytes");
    assertRejected("server 30000000000\n", "the capture ends too early");
    assertRejected(
        "x".repeat(1000), "a name and a number of bytes are expected, not a line this long");
  }

  private static void assertRejected(String input, String message) {
    PcapException rejected =
        assertThrows(
            PcapException.class,
            () -> Captures.read(new ByteArrayInputStream(input.getBytes(UTF_8))));
    assertTrue(String.valueOf(rejected.getMessage()).contains(message), rejected.getMessage());
  }

  private static InputStream capture(String... capturePoints) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String capturePoint : capturePoints) {
      files.put(capturePoint, pcap(capturePoint));
    }
    return new ByteArrayInputStream(framed(files));
  }

  private static byte[] framed(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      all.write((file.getKey() + " " + file.getValue().length + "\n").getBytes(UTF_8));
      all.write(file.getValue());
    }
    return all.toByteArray();
  }

  private static byte[] pcap(String capturePoint) throws IOException {
    try (InputStream hex =
        Objects.requireNonNull(
            CapturesTest.class.getResourceAsStream("/capture/" + capturePoint + ".hex"),
            capturePoint)) {
      return HexFormat.of().parseHex(new String(hex.readAllBytes(), UTF_8).replaceAll("\\s", ""));
    }
  }
}
