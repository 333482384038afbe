package nearfar.tests.release;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.lab.LabInternals;
import nearfar.tests.support.Command;
import nearfar.tests.support.FewTools;
import nearfar.tests.support.PrivateEngine;
import nearfar.tests.support.Spoilt;
import nearfar.tests.workshop.Lesson;
import nearfar.tests.workshop.Solution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A room without Internet: a bundle in a folder, an engine that has no image, and a network that
 * has no way out. Before it is loaded the bundle comes in every broken shape.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("rehearsal")
class RehearsalTest {
  private static final int BROKEN = 1;
  private static final int LOADED = 2;
  private static final int USED = 3;

  /** For the images, the archive of them that the engine unpacks, and the labs. */
  private static final String DISK = "2g";

  private static final Duration CEILING = Duration.ofSeconds(60);

  private static final Duration A_LONG_TIME = Duration.ofMinutes(10);

  @TempDir private static Path room;

  private Path bundle;
  private Path folder;
  private FewTools few;
  private PrivateEngine engine;

  @BeforeAll
  void makeABundleAndTakeTheNetworkAway() throws IOException {
    bundle = room.resolve("nearfar-bundle.tar");
    folder = room.resolve("nearfar");
    long began = System.nanoTime();
    Command.Ended made = Command.make("bundle", "FILE=" + bundle).run(A_LONG_TIME);
    assertEquals(0, made.status(), made::toString);
    report("make bundle", began);
    System.out.printf("the bundle has %.0f MB%n", Files.size(bundle) / 1e6);
    Command.Ended unpacked =
        Command.of("tar", "-xf", bundle.toString(), "-C", room.toString()).run();
    assertEquals("status 0\n", unpacked.toString());
    Files.createDirectory(room.resolve("home"));
    few = FewTools.link("tar", "sha256sum", "diff", "cmp", "nsenter", "od");
    engine = PrivateEngine.start(List.of(), DISK);
    assertEquals("", engine.output("ip", "route", "show", "default"));
    assertEquals("", engine.output("docker", "image", "ls", "--quiet"));
  }

  @AfterAll
  void endTheEngine() throws IOException {
    if (engine != null) {
      engine.close();
    }
    if (few != null) {
      few.close();
    }
  }

  @Test
  @Order(BROKEN)
  void aBundleOfWhichOneBitIsOtherIsRefusedWhereverThatIs() throws IOException {
    for (String part :
        List.of(
            "bundle/images.tar.gz",
            "bundle/SHA256SUMS",
            "bundle/jars/server/server.jar",
            "scripts/lab/lab-up.sh",
            "server/pom.xml")) {
      long at = Spoilt.placeOf(part, bundle, folder);
      Spoilt.flip(bundle, at);
      assertRefused(here("load", "FILE=" + bundle), bundle + " is damaged: .+");
      Spoilt.flip(bundle, at);
    }
  }

  @Test
  @Order(BROKEN)
  void anUnpackedBundleOfWhichOneBitIsOtherIsRefusedWithTheFilesName() throws IOException {
    for (String part : List.of("bundle/images.tar.gz", "README.md")) {
      Spoilt.flip(folder.resolve(part), 100);
      assertRefused(
          here("load"), "the bundle unpacked here is damaged: %s was changed".formatted(part));
      Spoilt.flip(folder.resolve(part), 100);
    }
    Path jar = folder.resolve("bundle/jars/server/server.jar");
    Files.move(jar, room.resolve("server.jar"));
    assertRefused(
        here("load"),
        "the bundle unpacked here is damaged: bundle/jars/server/server.jar is missing");
    Files.move(room.resolve("server.jar"), jar);
  }

  @Test
  @Order(BROKEN)
  void aBundleThatIsCutShortIsRefused() throws IOException {
    Path cut = room.resolve("cut.tar");
    Files.copy(bundle, cut);
    try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
      for (long length : new long[] {file.length() * 2 / 3, 700, 0}) {
        file.setLength(length);
        assertRefused(
            here("load", "FILE=" + cut),
            cut + " (cannot be read to its end: .+|is not a bundle of Nearfar)");
      }
    }
    Files.delete(cut);
  }

  @Test
  @Order(BROKEN)
  void whatIsNoBundleIsRefused() throws IOException {
    Path text = Files.writeString(room.resolve("text.tar"), "no archive at all\n".repeat(100));
    assertRefused(here("load", "FILE=" + text), text + " cannot be read to its end: .+");
    Path other = room.resolve("other.tar");
    Command.of("tar", "-cf", other.toString(), "-C", folder.toString(), "README.md").run();
    assertRefused(here("load", "FILE=" + other), other + " is not a bundle of Nearfar");
    Path more = room.resolve("more.tar");
    Files.copy(bundle, more, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("more"), "more");
    Command.of("tar", "-rf", more.toString(), "-C", room.toString(), "nearfar/more").run();
    Files.delete(folder.resolve("more"));
    assertRefused(here("load", "FILE=" + more), more + " is damaged: more is not in its list");
    Files.delete(more);
    assertRefused(
        here("load", "FILE=" + room.resolve("none.tar")), "FILE=.+: there is no such file");
  }

  @Test
  @Order(BROKEN)
  void aBundleForOtherProcessorsIsRefused() throws IOException {
    Path about = folder.resolve("bundle/about");
    String was = Files.readString(about);
    Files.writeString(about, was.replaceFirst("platform .*", "platform linux/s390x"));
    assertRefused(
        here("load"), "the bundle unpacked here is for linux/s390x, and Docker runs .+ here");
    Files.writeString(about, was);
  }

  @Test
  @Order(LOADED)
  void itsImagesAreLoadedAndTakenForMadeHere() throws IOException {
    long began = System.nanoTime();
    Command.Ended loaded = here("load").run();
    assertEquals(0, loaded.status(), loaded::toString);
    report("make load", began);
    LabInternals.IMAGES.forEach(
        image -> assertTrue(loaded.out().contains(image), loaded::toString));
    Command.Ended images = here("images").run();
    assertEquals("status 0\n  images    up to date\n", images.toString());
  }

  @Test
  @Order(USED)
  void aLabComesUpAndTheTourBringsOneUpThatStaysAtItsEnd() throws IOException {
    long began = System.nanoTime();
    Command.Ended up = here("lab-up").run();
    assertEquals(0, up.status(), up::toString);
    report("make lab-up", began);
    assertTrue(up.out().contains("2 near and 3 far, all greeted"), up::toString);
    assertEquals(0, here("lab-down").run().status());
    Command.Ended tour = here("tour", "AUTO=1").run();
    assertEquals(0, tour.status(), tour::toString);
    assertTrue(tour.out().contains("── healed ──"), tour::toString);
    assertEquals(0, here("lab-status").run().status());
    assertEquals(0, here("capture", "SECONDS=2").run().status());
    assertEquals(0, here("lab-down").run().status());
  }

  /**
   * With the exercises solved in Java and in Python by turns; what people need to think is theirs.
   */
  @TestFactory
  @Order(USED)
  Stream<DynamicTest> aNewAttendeeWalksThroughAllLessons() throws IOException {
    return Lesson.all(folder.resolve("workshop")).stream()
        .map(lesson -> DynamicTest.dynamicTest(lesson.name(), () -> walk(lesson)))
        .onClose(() -> in("make", "lab-down").run());
  }

  private void walk(Lesson lesson) throws IOException {
    long began = System.nanoTime();
    for (Lesson.Step step : lesson.steps()) {
      Command.Ended ended = in("sh", "-c", step.command()).run();
      assertEquals(List.of(), step.differencesFrom(ended), ended::toString);
    }
    long checking = System.nanoTime();
    assertEquals(0, here("exercise", "LESSON=" + lesson.number()).run().status());
    Solution right =
        Solution.all().stream()
            .filter(each -> each.lesson() == lesson.number() && each.isRight())
            .skip(lesson.number() == 8 ? 0 : lesson.number() % 2)
            .findFirst()
            .orElseThrow();
    right.copyInto(folder.resolve("mine/" + lesson.number()));
    Command.Ended checked = here("check", "LESSON=" + lesson.number()).run(A_LONG_TIME);
    assertEquals(0, checked.status(), checked::toString);
    assertTrue(checked.out().contains("  passed "), checked::toString);
    System.out.printf(
        "lesson %d: its commands took %.0f s, the check of %s %.0f s%n",
        lesson.number(),
        (checking - began) / 1e9,
        right.name(),
        (System.nanoTime() - checking) / 1e9);
  }

  @Test
  @Order(USED)
  void aTourThatIsInterruptedTakesDownTheLabThatItBroughtUp() throws IOException {
    try (Command.Running tour = here("tour", "AUTO=1").start()) {
      await("the tour is under way")
          .atMost(CEILING)
          .until(() -> tour.out().contains("── slow ──") || !tour.isAlive());
      tour.signal("INT");
      assertNotEquals(0, tour.end().status());
    }
    assertEquals("", engine.output("docker", "ps", "--all", "--quiet"));
  }

  @Test
  @Order(USED)
  void whoHasAJdkAndMavenRunsAScenarioAndATestOfTheirOwn() throws IOException {
    Map<String, String> jdk = Map.of("PATH", System.getenv("PATH"), "MAVEN_OPTS", "");
    Command.Ended scenario =
        here("scenario", "FILE=scenarios/cut-and-heal.yaml").with(jdk).run(A_LONG_TIME);
    assertEquals(0, scenario.status(), scenario::toString);
    Command.Ended own =
        in(
                "scripts/mvn",
                "--batch-mode",
                "-f",
                "scripts/release/own-test/pom.xml",
                "-Dnearfar.target=target/own",
                "test")
            .with(jdk)
            .run(A_LONG_TIME);
    assertEquals(0, own.status(), own::toString);
    assertTrue(own.out().contains("Tests run: 1, Failures: 0"), own::toString);
  }

  /** A make command in the folder of the bundle, where there is little else, and no network. */
  private Command here(String... words) {
    return in(Stream.concat(Stream.of("make"), Stream.of(words)).toArray(String[]::new));
  }

  private Command in(String... words) {
    return engine
        .command(
            Stream.concat(
                    Stream.of("sh", "-c", "cd \"$0\" && exec \"$@\"", folder.toString()),
                    Stream.of(words))
                .toArray(String[]::new))
        .with("PATH", few.path())
        .with("HOME", room.resolve("home").toString())
        .with("JAVA_HOME", null);
  }

  private void assertRefused(Command command, String what) {
    Command.Ended ended = command.run();
    assertNotEquals(0, ended.status(), ended::toString);
    assertTrue(ended.errLines().getFirst().matches("  ✘ " + what), ended::toString);
    assertEquals(2, ended.errLines().size(), ended::toString);
    assertEquals("", engine.output("docker", "image", "ls", "--quiet"), ended::toString);
  }

  private static void report(String what, long began) {
    System.out.printf("%s took %.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }
}
