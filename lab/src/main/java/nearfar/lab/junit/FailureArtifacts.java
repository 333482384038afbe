package nearfar.lab.junit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nearfar.lab.Lab;
import nearfar.lab.report.LabReport;
import nearfar.lab.report.ReportWriter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.TestAbortedException;

/**
 * Writes the log of each container and a report when a test fails, before its lab is closed. The
 * failure shows the path.
 */
final class FailureArtifacts {
  /** JUnit's configuration parameter for the root folder; each test class has a folder in it. */
  static final String FOLDER = "nearfar.failures.folder";

  private static final String DEFAULT_FOLDER = "target/nearfar";
  private static final Namespace NAMESPACE = Namespace.create(FailureArtifacts.class);
  private static final Pattern INVOCATION = Pattern.compile("invocation:#(\\d+)]$");

  /** When a test, or the first test of a class, began. */
  record Began(long nanos, Instant time) {
    static Began now() {
      Instant time = Instant.now(); // time of day
      return new Began(System.nanoTime(), time);
    }
  }

  private FailureArtifacts() {}

  /** Stores the time when the test began. */
  static void begin(ExtensionContext context) {
    store(context).computeIfAbsent(Began.class, key -> Began.now(), Began.class);
  }

  /** Writes the files, if the test failed and its lab was started. */
  static void end(ExtensionContext context, LazyLab lab) {
    Throwable failure =
        context.getExecutionException().filter(FailureArtifacts::isFailure).orElse(null);
    if (failure != null) {
      lab.started().ifPresent(started -> write(context, started, failure));
    }
  }

  /** A test that aborts itself, as by an assumption, did not fail. */
  private static boolean isFailure(Throwable failure) {
    return failure instanceof UnmetExpectation || !(failure instanceof TestAbortedException);
  }

  private static void write(ExtensionContext context, Lab lab, Throwable failure) {
    Path folder = folder(context);
    try {
      Files.createDirectories(folder);
      for (String container : lab.containers()) {
        writeLog(lab, container, folder);
      }
      ReportWriter.write(report(context, lab, failure), folder);
      failure.addSuppressed(new FilesWritten(folder));
      context.publishReportEntry("nearfar", folder.toString());
    } catch (IOException | RuntimeException unwritable) {
      // The test's failure matters more.
      failure.addSuppressed(unwritable);
    }
  }

  private static void writeLog(Lab lab, String container, Path folder) throws IOException {
    String log;
    try {
      log = lab.container(container).getLogs();
    } catch (RuntimeException gone) {
      log = "no log: " + gone + "\n";
    }
    Files.writeString(folder.resolve(container + ".log"), log);
  }

  private static LabReport report(ExtensionContext context, Lab lab, Throwable failure) {
    String title =
        context.getRequiredTestClass().getSimpleName()
            + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    Began began = store(context).get(Began.class, Began.class);
    return TestReport.of(title, began == null ? Began.now() : began, lab, failure);
  }

  /** {@code target/nearfar/CLASS/METHOD}; a number is added to equal names. */
  private static Path folder(ExtensionContext context) {
    String root = context.getConfigurationParameter(FOLDER).orElse(DEFAULT_FOLDER);
    Path folder = Path.of(root, context.getRequiredTestClass().getName().replace('$', '.'));
    String method = context.getTestMethod().map(Method::getName).orElse("");
    Matcher invocation = INVOCATION.matcher(context.getUniqueId());
    String name = invocation.find() ? method + "-" + invocation.group(1) : method;
    int labs =
        store(context)
            .computeIfAbsent(AtomicInteger.class, key -> new AtomicInteger(), AtomicInteger.class)
            .incrementAndGet();
    folder = folder.resolve(name).toAbsolutePath();
    return labs == 1 ? folder : folder.resolve("lab-" + labs);
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** A suppressed exception of the failure, which shows the path. */
  private static final class FilesWritten extends RuntimeException {
    FilesWritten(Path folder) {
      super("the lab's report and logs: " + folder, null, false, false);
    }
  }
}
