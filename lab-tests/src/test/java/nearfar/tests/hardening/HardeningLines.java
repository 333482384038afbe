package nearfar.tests.hardening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a compose file that harden the lab, and the file without one of them.
 *
 * @param parts where a part of a line hardens, and what the line is without it
 */
record HardeningLines(List<String> lines, Map<String, String> parts) {
  private static final Set<String> KEYS =
      Set.of(
          "user",
          "read_only",
          "cap_drop",
          "security_opt",
          "net.ipv4.ip_forward",
          "pids_limit",
          "nofile",
          "mem_limit",
          "cpu_shares",
          "restart",
          "dns",
          "max-size",
          "max-file",
          "internal",
          "com.docker.network.bridge.inhibit_ipv4",
          "com.docker.network.bridge.enable_ip_masquerade");

  /** Such as harden wherever they are merged into. */
  private static final Set<String> MERGES =
      Set.of("<<: *hardened", "<<: *closed", "<<: *published");

  /** What is in the common part and hardens nothing by itself. */
  private static final Set<String> FRAME =
      Set.of(
          "sysctls",
          "ulimits",
          "pull_policy",
          "labels",
          "nearfar.lab",
          "nearfar.owner",
          "logging",
          "driver",
          "options");

  /**
   * A file that lacks something.
   *
   * @param what the line as it was, or the part of it
   */
  record Mutant(String what, boolean ofNetworks, String file) {
    @Override
    public String toString() {
      return what;
    }
  }

  static HardeningLines of(String composeFile, Map<String, String> parts) {
    return new HardeningLines(composeFile.lines().toList(), parts);
  }

  List<Mutant> mutants() {
    return Stream.concat(
            IntStream.range(0, lines.size()).filter(this::hardens).mapToObj(this::without),
            parts.entrySet().stream().map(part -> loosened(part.getKey(), part.getValue())))
        .toList();
  }

  private boolean hardens(int line) {
    return KEYS.contains(key(line))
        || MERGES.contains(text(line))
        || choosesNetworks(line)
        || asksForHealth(line);
  }

  private boolean choosesNetworks(int line) {
    return text(line).startsWith("networks: [");
  }

  /** The server's image asks for its health as well, so that nobody misses the line. */
  private boolean asksForHealth(int line) {
    return text(line).startsWith("test: [") && !place(line).equals("server");
  }

  /** The lines common to all containers of which it is not known whether they harden. */
  List<String> unknown() {
    int first = lines.indexOf("x-hardened: &hardened") + 1;
    return IntStream.range(first, lines.size())
        .takeWhile(line -> lines.get(line).startsWith(" "))
        .filter(line -> !text(line).startsWith("#") && !hardens(line) && !FRAME.contains(key(line)))
        .mapToObj(lines::get)
        .toList();
  }

  private Mutant without(int line) {
    List<String> rest = new ArrayList<>(lines);
    int above = line - 1;
    while (text(above).startsWith("#")) {
      above--;
    }
    rest.remove(line);
    // What has lost its only content goes with it.
    if (text(above).endsWith(":")
        && indent(above) < indent(line)
        && (line + 1 == lines.size() || indent(line + 1) <= indent(above))) {
      rest.remove(above);
    }
    return new Mutant(text(line) + " of " + place(line), isOfNetworks(line), join(rest));
  }

  private Mutant loosened(String part, String instead) {
    String whole = join(lines);
    if (whole.split(Pattern.quote(part), -1).length != 2) {
      throw new IllegalStateException("'" + part + "' is not once in the compose file");
    }
    return new Mutant(part, false, whole.replace(part, instead));
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** What it is a part of, such as {@code server}. */
  private String place(int line) {
    int most = indent(line) > 2 ? 2 : 0;
    int above = line - 1;
    while (indent(above) > most || text(above).startsWith("#") || text(above).isEmpty()) {
      above--;
    }
    return key(above);
  }

  private boolean isOfNetworks(int line) {
    return line > lines.lastIndexOf("networks:") || choosesNetworks(line);
  }

  private String text(int line) {
    return lines.get(line).strip();
  }

  private String key(int line) {
    return text(line).split(":", 2)[0];
  }

  private int indent(int line) {
    return lines.get(line).length() - lines.get(line).stripLeading().length();
  }
}
