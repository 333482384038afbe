package nearfar.tests.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a bundle contains, and a reproducible build compiles. */
class SourceFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void copyTheScripts() throws IOException {
    Command.of("cp", "-R", Command.sources() + "/scripts", folder.toString()).run();
    Files.writeString(folder.resolve("server.txt"), "a source file\n");
  }

  @Test
  void anUntrackedFileIsNotASourceFile() throws IOException {
    shell("git init -q . && git add server.txt");
    Files.writeString(folder.resolve(".env"), "PASSWORD=secret\n");
    Files.writeString(folder.resolve("id_ed25519"), "a key\n");
    assertEquals("status 0\nserver.txt\n", sourceFiles().toString());
  }

  @Test
  void aTrackedFileThatWasRemovedIsNotASourceFile() throws IOException {
    shell("git init -q . && git add server.txt scripts/release/parts.sh");
    Files.delete(folder.resolve("server.txt"));
    assertEquals("status 0\nscripts/release/parts.sh\n", sourceFiles().toString());
  }

  @Test
  void anUnpackedBundleHasTheSourceFilesOfItsList() throws IOException {
    Files.createDirectory(folder.resolve("bundle"));
    Files.writeString(
        folder.resolve("bundle/SHA256SUMS"), "0a  bundle/images.tar.gz\n0b  server.txt\n");
    Files.writeString(folder.resolve(".env"), "PASSWORD=secret\n");
    assertEquals("status 0\nserver.txt\n", sourceFiles().toString());
  }

  @Test
  void aFolderWithoutAListOfSourceFilesIsRejected() throws IOException {
    Command.Ended ended = sourceFiles();
    assertEquals(1, ended.status(), ended::toString);
    assertEquals(
        List.of(
            "  ✘ nothing here lists the source files: "
                + folder.toRealPath()
                + " has neither .git nor bundle/SHA256SUMS",
            "    run this in a clone, or in a folder that was unpacked from a bundle"),
        ended.errLines());
  }

  private Command.Ended sourceFiles() {
    return shell(
        "for part in lib/lib release/parts release/sources; do . scripts/$part.sh; done; source_files");
  }

  private Command.Ended shell(String script) {
    return Command.of("sh", "-euc", "cd \"$0\" && " + script, folder.toString()).run();
  }
}
