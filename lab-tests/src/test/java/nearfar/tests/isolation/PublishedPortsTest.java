package nearfar.tests.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nearfar.lab.Lab;
import nearfar.tests.support.SharedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tutorial's client, which nobody here wrote, comes in by either door. */
@ExtendWith(SharedLab.class)
class PublishedPortsTest {
  private static final Path TUTORIAL =
      Path.of(
          System.getProperty("basedir", "."), "../server/src/test/resources/tutorial_client.py");

  private static final int PATIENCE_SECONDS = 20;

  @Test
  void theTutorialsClientIsGreetedOverTheLan(Lab lab) throws Exception {
    assertEquals(SharedLab.GREETING + "\n", whatTheTutorialPrints(lab.lanAddress()));
  }

  @Test
  void theTutorialsClientIsGreetedOverTheWan(Lab lab) throws Exception {
    assertEquals(SharedLab.GREETING + "\n", whatTheTutorialPrints(lab.wanAddress()));
  }

  private static String whatTheTutorialPrints(InetSocketAddress door) throws Exception {
    Process python =
        start(
            "python3",
            TUTORIAL.toString(),
            door.getAddress().getHostAddress(),
            Integer.toString(door.getPort()));
    try {
      // The client gives up by itself after 10 s, and its end ends this.
      String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(python.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "python3 does not end");
      assertEquals(0, python.exitValue(), printed);
      return printed;
    } finally {
      python.destroyForcibly();
    }
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      return fail(
          "python3 is not installed here, and this test is about it: apt-get install python3",
          missing);
    }
  }
}
