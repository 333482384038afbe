package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The output and the files of {@code make capture}, and the files as tcpdump reads them. */
public final class CaptureFiles {
  private static final String TCPDUMP = "nearfar/capture:local";

  /** A packet as tcpdump prints it: its time, its flags, its length. */
  private static final Pattern READ_BY_TCPDUMP =
      Pattern.compile("(\\d+)\\.(\\d{9}) .*Flags \\[([^]]+)].* length (\\d+).*");

  private CaptureFiles() {}

  public static Path folder(Command.Ended capture) {
    Matcher files = Pattern.compile("\n  files     (captures/[^:]+): ").matcher(capture.out());
    assertTrue(files.find(), capture.toString());
    return Command.sources().resolve(files.group(1));
  }

  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  public static void remove(Path folder) throws IOException {
    for (String name : names(folder)) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }

  /** The lines from the one that names the client to the next empty one below the table. */
  public static List<String> ladder(Command.Ended capture, String client) {
    List<String> lines = new ArrayList<>(capture.out().lines().toList());
    while (!lines.getFirst().contains(" " + client + " at ")) {
      lines.removeFirst();
    }
    int table = lines.indexOf("") + 1;
    return lines.subList(0, table + lines.subList(table, lines.size()).indexOf(""));
  }

  /**
   * The packets of the client's connection as a sequence diagram names them, as tcpdump reads them
   * from the file.
   */
  public static List<String> readByTcpdump(
      CommandLab lab, Path folder, String client, String headline) {
    Matcher port = Pattern.compile(" at [0-9.]+:(\\d+) to ").matcher(headline);
    assertTrue(port.find(), headline);
    Command.Ended read =
        lab.command(
                "sh",
                "-c",
                "docker run --rm -i --network none --entrypoint tcpdump %s -Z root -n -tt --nano -r - tcp port %s <%s"
                    .formatted(TCPDUMP, port.group(1), folder.resolve(client + ".pcap")))
            .run();
    assertEquals(0, read.status(), read.toString());
    List<Matcher> packets =
        read.out().lines().map(READ_BY_TCPDUMP::matcher).filter(Matcher::matches).toList();
    return packets.stream()
        .map(packet -> {
          String millis = "%.3f".formatted((nanos(packet) - nanos(packets.getFirst())) / 1e6);
          boolean out = packet.group().contains(" Out ");
          String words = " " + words(packet.group(3), packet.group(4)) + " ";
          String rest = "─".repeat(19 - words.length());
          return millis + "  " + (out ? "──" + words + rest + "▶" : "◀──" + words + rest);
        })
        .toList();
  }

  private static long nanos(Matcher packet) {
    return Long.parseLong(packet.group(1)) * 1_000_000_000 + Long.parseLong(packet.group(2));
  }

  private static String words(String flags, String length) {
    String data = length.equals("0") ? "" : "data " + length;
    String flag =
        Objects.requireNonNull(
            Map.of("S", "SYN", "S.", "SYN-ACK", ".", "ACK", "P.", "", "F.", "FIN", "FP.", "FIN")
                .get(flags),
            flags);
    return Stream.of(data, flag)
        .filter(word -> !word.isEmpty())
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }
}
