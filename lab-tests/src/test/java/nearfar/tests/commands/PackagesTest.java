package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installation of Debian packages, with a stand-in for apt-get that records what it is asked. */
class PackagesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Remv podman-docker [4.3.1]                                             | remove podman-docker
          Purg podman-docker [4.3.1]                                             | remove podman-docker
          The following packages will be DOWNGRADED:\\n  containerd runc\\n0 upgraded | downgrade containerd runc
          Inst libc6 [2.36] (2.41 Debian:13 [amd64])                             | upgrade this machine's C library
          """)
  void nothingIsInstalledThatReplacesAPackageOfThisMachine(String plan, String reason)
      throws IOException {
    Command.Ended ended = install(plan.replace("\\n", "\n"), "yes");
    assertEquals(1, ended.status(), ended.toString());
    assertEquals(
        List.of(
            "  ✘ nothing was installed: for docker.io apt would " + reason,
            "    install them by hand, if that is what you want: apt-get install docker.io"),
        ended.errLines());
    assertFalse(asked().contains("install -y"), asked());
  }

  @Test
  void withoutATerminalItInstallsAndReportsWhatItInstalled() throws IOException {
    Command.Ended ended = install("Inst runc (1.1)\nInst docker.io (26.1)\nConf runc (1.1)", "yes");
    assertEquals(
        """
        status 0
          missing   docker.io (a test)
          installed runc docker.io
        """,
        ended.toString());
    assertTrue(asked().contains("install -y"), asked());
  }

  @ParameterizedTest
  @CsvSource({"no", "0", "false"})
  void installNoInstallsNothing(String install) throws IOException {
    Command.Ended ended = install("Inst docker.io (26.1)", install);
    assertEquals(1, ended.status(), ended.toString());
    assertEquals(
        List.of(
            "  ✘ nothing was installed, as INSTALL=" + install,
            "    to do it by hand, as root: apt-get install docker.io"),
        ended.errLines());
    assertEquals("", asked());
  }

  private Command.Ended install(String plan, String install) throws IOException {
    Path apt = folder.resolve("apt-get");
    Files.writeString(
        apt,
        """
        #!/bin/sh
        echo "$@" >>"$PLACE/asked"
        case " $* " in *" -s "*) cat "$PLACE/plan" ;; esac
        """);
    assertTrue(apt.toFile().setExecutable(true));
    Files.writeString(folder.resolve("plan"), plan + "\n");
    String script =
        """
        . scripts/lib/lib.sh
        . scripts/lib/packages.sh
        is_debian() { :; }
        may_be_root() { :; }
        as_root() { "$@"; }
        at_end tidy_up
        require_packages 'a test' docker.io
        """;
    return Command.of("sh", "-euc", script)
        .with("PATH", folder + ":" + System.getenv("PATH"))
        .with("PLACE", folder.toString())
        .with("INSTALL", install)
        .run();
  }

  private String asked() throws IOException {
    Path asked = folder.resolve("asked");
    return Files.exists(asked) ? Files.readString(asked) : "";
  }
}
