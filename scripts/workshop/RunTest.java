import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Compiles a JUnit test of one file and runs it, with the class path that this is run with, and prints a line for each test.
 * Ends with 0 if all passed, with 1 if not, or if nothing was tested.
 */
class RunTest implements TestExecutionListener {
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean ended;

  public static void main(String[] words) throws Exception {
    Path source = Path.of(words[0]);
    Path classes = Files.createTempDirectory("nearfar-test-");
    RunTest tests = new RunTest();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tests.end(classes)));
    // The lab is swept up meanwhile, by more than one; that one comes too late is of no interest to anybody.
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> tests.say(thrown.toString()));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "-d", classes.toString(), "-proc:none", "-cp",
                System.getProperty("java.class.path"), source.toString());
    if (compiled == 0) {
      tests.run(source.getFileName().toString().replaceFirst("\\.java$", ""), classes);
    }
    System.exit(tests.failed.get() == 0 && tests.passed.get() > 0 ? 0 : 1);
  }

  /** At the end, also by Ctrl-C: what fails from now on fails for that. */
  private void end(Path classes) {
    ended = true;
    try (Stream<Path> all = Files.walk(classes)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      // Then the system's folder for such has it.
    }
  }

  private void say(String line) {
    if (!ended) {
      System.out.println(line);
    }
  }

  private void run(String name, Path classes) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, RunTest.class.getClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      LauncherFactory.create()
          .execute(request().selectors(selectClass(loader.loadClass(name))).build(), this);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.SUCCESSFUL) {
      if (test.isTest()) {
        passed.incrementAndGet();
        say("  ✔ " + test.getDisplayName());
      }
      return;
    }
    failed.incrementAndGet();
    say("  ✘ " + test.getDisplayName());
    result
        .getThrowable()
        .ifPresent(cause -> cause.toString().lines().map("    "::concat).forEach(this::say));
  }
}
