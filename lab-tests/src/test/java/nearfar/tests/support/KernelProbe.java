package nearfar.tests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for a container that sees the host's processes: for each process number on its command
 * line it prints the kernel's status of that process, on one line.
 */
public final class KernelProbe {
  private static final List<String> STATUS =
      List.of(
          "Uid", "Gid", "NoNewPrivs", "Seccomp", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb");

  private KernelProbe() {}

  public static void main(String[] processes) throws IOException {
    for (String process : processes) {
      Path folder = Path.of("/proc", process);
      StringBuilder line = new StringBuilder();
      for (String each : Files.readAllLines(folder.resolve("status"))) {
        if (STATUS.contains(each.split(":", 2)[0])) {
          line.append(each.replaceAll("\\s+", " ")).append(", ");
        }
      }
      for (String each : Files.readAllLines(folder.resolve("limits"))) {
        if (each.startsWith("Max open files")) {
          line.append(each.strip().replaceAll("\\s+", " ")).append(", IPv6 of");
        }
      }
      for (String each : Files.readAllLines(folder.resolve("net/if_inet6"))) {
        line.append(each, each.lastIndexOf(' '), each.length());
      }
      System.out.println(line);
    }
  }
}
