package nearfar.tests.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nearfar.lab.LabInternals;
import nearfar.tests.support.ImageFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.DockerClientFactory;

/** What is not in the lab's images, and not in the files that they are made of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningImagesTest {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "busybox", "zsh", "ksh", "toybox");
  private static final Set<String> TOOLS =
      Set.of(
          "apt", "apt-get", "dpkg", "apk", "rpm", "dnf", "sshd", "ssh", "curl", "wget", "nc",
          "perl", "python3", "gcc", "javac", "su", "sudo", "mount", "ip");
  private static final int SET_USER_OR_GROUP = 06000;

  private static final Pattern SECRET_FILE =
      Pattern.compile(
          "id_(rsa|dsa|ecdsa|ed25519)|\\.npmrc|\\.netrc|\\.pgpass|\\.git-credentials|settings-security\\.xml|.*\\.(p12|pfx|jks|key)|\\.env");
  private static final Pattern SECRET_WORD =
      Pattern.compile(
          "passw(or)?d|secret|token|credential|(api|access|private)[_-]?key",
          Pattern.CASE_INSENSITIVE);

  private ImageFiles images = new ImageFiles(List.of(), List.of());

  @BeforeAll
  void readTheImages() throws IOException {
    images = ImageFiles.of(DockerClientFactory.lazyClient(), LabInternals.IMAGES);
    // The same question finds what is there.
    assertTrue(images.entries().stream().anyMatch(file -> file.name().equals("java")));
    assertTrue(images.documents().stream().anyMatch(text -> text.contains("Entrypoint")));
  }

  @Test
  void thereIsNoShellNorAToolInAnyImage() {
    assertNone(file -> SHELLS.contains(file.name()) || TOOLS.contains(file.name()));
  }

  @Test
  void noFileGivesWhoRunsItAnotherUserOrGroup() {
    assertNone(file -> file.isFile() && (file.mode() & SET_USER_OR_GROUP) != 0);
  }

  @Test
  void thereIsNoSecretInAnyImage() {
    assertNone(file -> SECRET_FILE.matcher(file.name()).matches());
    assertNone(ImageFiles.Entry::holdsPrivateKey);
    assertEquals(
        List.of(),
        images.documents().stream().filter(text -> SECRET_WORD.matcher(text).find()).toList());
  }

  @Test
  void imagesAreMadeWithoutDownloadsAndSecrets() throws IOException {
    List<Path> files = dockerfiles();
    assertTrue(files.size() >= 5, files::toString);
    for (Path file : files) {
      String text = Files.readString(file);
      assertTrue(text.lines().noneMatch(line -> line.startsWith("ADD ")), file + " adds");
      assertTrue(
          text.lines().noneMatch(line -> line.matches("RUN .*(apt|apk|dnf|curl|wget).*")),
          file + " downloads");
      assertTrue(!SECRET_WORD.matcher(text).find(), file + " has a secret");
    }
  }

  private static List<Path> dockerfiles() throws IOException {
    try (Stream<Path> files =
        Files.find(Path.of(".."), 4, (file, attributes) -> file.endsWith("Dockerfile"))) {
      return files.toList();
    }
  }

  private void assertNone(Predicate<ImageFiles.Entry> unwanted) {
    assertEquals(List.of(), images.entries().stream().filter(unwanted).toList());
  }
}
