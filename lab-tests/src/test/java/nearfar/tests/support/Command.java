package nearfar.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command in the folder of the sources, as a user types it there: with variables of its own
 * before it, and nothing of the commands under which the tests themselves run.
 */
public final class Command {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** What `make test` and its caller leave in the environment, and the commands would heed. */
  private static final List<String> OF_OTHERS =
      List.of(
          ("MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES AS LAB LAN_PORT WAN_PORT SUBNET LAN_CLIENTS WAN_CLIENTS"
                  + " PROFILE DOWN UP RATE DOWN_RATE UP_RATE FAULT SEED INTERVAL GREETING JSON NEARFAR_OWNER NEARFAR_RUN"
                  + " CONNECT_TIMEOUT READ_TIMEOUT READ_ONCE SEND EXPECT SERVICE_IMAGE SERVICE_PORT SECONDS CLIENTS RAMP NET METRICS METRICS_PORT NO_COLOR LESSON IN MINE SERVER")
              .split(" "));

  private final List<String> words;
  private final Map<String, @Nullable String> variables;

  private Command(List<String> words, Map<String, @Nullable String> variables) {
    this.words = words;
    this.variables = variables;
  }

  public static Command of(String... words) {
    return new Command(List.of(words), Map.of());
  }

  public static Command make(String... words) {
    return of(Stream.concat(Stream.of("make"), Stream.of(words)).toArray(String[]::new));
  }

  /** The same with more variables; null takes one away that is there. */
  public Command with(Map<String, ? extends @Nullable String> more) {
    Map<String, @Nullable String> all = new HashMap<>(variables);
    all.putAll(more);
    return new Command(words, all);
  }

  public Command with(String name, @Nullable String value) {
    Map<String, @Nullable String> one = new HashMap<>();
    one.put(name, value);
    return with(one);
  }

  /** The folder in which a user types the commands. */
  public static Path sources() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("Makefile"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no Makefile above " + Path.of("").toAbsolutePath());
  }

  /**
   * What it said, and how it ended.
   *
   * @param out standard output, with its control characters
   * @param err standard error, likewise
   */
  public record Ended(int status, String out, String err) {
    public List<String> errLines() {
      return err.lines().filter(line -> !line.startsWith("make: ***")).toList();
    }

    @Override
    public String toString() {
      return "status " + status + "\n" + out + err;
    }
  }

  /** Runs it to its end. */
  public Ended run() {
    return start().end();
  }

  /** The same for one that may take longer than most. */
  public Ended run(Duration longest) {
    return start().end(longest);
  }

  /** Starts it in a process group of its own, as a terminal does. */
  public Running start() {
    // An ignored interrupt, as of whoever runs the tests in the background, would be inherited.
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of("setsid", "env", "--default-signal=INT"), words.stream())
                    .toList())
            .directory(sources().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    OF_OTHERS.forEach(builder.environment()::remove);
    variables.forEach((name, value) -> {
      if (value == null) {
        builder.environment().remove(name);
      } else {
        builder.environment().put(name, value);
      }
    });
    try {
      return new Running(String.join(" ", words), builder.start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A command that runs; its output is read as it comes. */
  public static final class Running implements AutoCloseable {
    private final String words;
    private final Process process;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Thread> readers;

    private Running(String words, Process process) {
      this.words = words;
      this.process = process;
      this.readers =
          List.of(
              Thread.ofVirtual().start(() -> read(process.getInputStream(), out)),
              Thread.ofVirtual().start(() -> read(process.getErrorStream(), err)));
    }

    private static void read(InputStream stream, StringWriter text) {
      try (var reader = new java.io.InputStreamReader(stream, StandardCharsets.UTF_8)) {
        char[] some = new char[8192];
        for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
          text.write(some, 0, count);
        }
      } catch (IOException over) {
        // The process was destroyed: what it said until then counts.
      }
    }

    /** What it has said on standard output so far. */
    public String out() {
      return out.toString();
    }

    /** What it has said on standard error so far. */
    public String err() {
      return err.toString();
    }

    /** Its process, and the one that it goes on as, if it does. */
    public long pid() {
      return process.pid();
    }

    public boolean isAlive() {
      return process.isAlive();
    }

    /** Whether a process below it has these words on its command line. */
    public boolean runs(String someWords) {
      return process
          .descendants()
          .flatMap(each -> each.info().commandLine().stream())
          .anyMatch(line -> line.contains(someWords));
    }

    /** Sends a signal to the whole process group, as Ctrl-C does. */
    public void signal(String name) {
      try {
        new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid())
            .redirectErrorStream(true)
            .start()
            .waitFor();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }

    /**
     * Waits for its end.
     *
     * @throws AssertionError if it does not come in time; nothing of it runs on then
     */
    public Ended end() {
      return end(LONGEST);
    }

    private Ended end(Duration longest) {
      try {
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
          close();
          throw new AssertionError(words + " did not end within " + longest + "\n" + out + err);
        }
        for (Thread reader : readers) {
          reader.join(LONGEST);
        }
        return new Ended(process.exitValue(), out.toString(), err.toString());
      } catch (InterruptedException stopping) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopping);
      }
    }

    /** Ends what is left of it. */
    @Override
    public void close() {
      if (process.isAlive()) {
        signal("KILL");
      }
    }
  }
}
