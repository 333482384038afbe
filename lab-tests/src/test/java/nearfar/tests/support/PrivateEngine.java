package nearfar.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A separate Docker engine for one test. The test may stop it, kill it, and fill its disk; it
 * cannot reach the containers, network or disk of the machine's Docker. It has separate namespaces
 * for processes, mounts and the network. It ends with its first process, and that one ends with the
 * test's process. It needs root.
 *
 * <p>In the machine's network namespace the engine would take over the machine's bridge.
 */
public final class PrivateEngine implements AutoCloseable {
  private static final Path SCRIPT =
      Command.sources()
          .resolve("lab-tests/src/test/resources/nearfar/tests/support/private-engine.sh");
  private static final List<String> TOOLS =
      List.of("unshare", "nsenter", "mount", "ip", "iptables", "containerd", "dockerd", "docker");

  /** The folders of these commands, which root's PATH may lack. */
  private static final String PATH = System.getenv("PATH") + ":/usr/sbin:/sbin";

  private static final List<String> UNSHARE =
      List.of(
          "unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--");

  /** In memory: twice the size of the lab's images. */
  public static final String SMALL = "320m";

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Path folder;
  private final String name;
  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;

  private PrivateEngine(Path folder, String size) throws IOException {
    this.folder = folder;
    this.name = folder.getFileName().toString();
    // A shell that waits, and so reaps every process that ends.
    process =
        inTheEnginesPath(
                Stream.concat(
                        UNSHARE.stream(),
                        Stream.of(
                            "sh",
                            "-c",
                            "exec 3<&0; sh \"$@\" <&3 & wait $!",
                            "sh",
                            SCRIPT.toString(),
                            folder.toString(),
                            size,
                            name))
                    .toList())
            .redirectError(folder.resolve("script.log").toFile())
            .start();
    orders = new PrintWriter(process.outputWriter(), true);
    answers = process.inputReader();
  }

  /**
   * Starts an engine with images of the machine's Docker. Where that is impossible, the test is
   * skipped with the reason.
   */
  public static PrivateEngine start(List<String> images) {
    return start(images, SMALL);
  }

  /**
   * Starts an engine with a disk of that size.
   *
   * @param size size in memory, as `mount` expects it
   */
  public static PrivateEngine start(List<String> images, String size) {
    whatIsMissing()
        .ifPresent(missing -> {
          String skipped = "skipped, as a private engine " + missing;
          System.out.println(skipped);
          Assumptions.abort(skipped);
        });
    try {
      PrivateEngine engine = new PrivateEngine(Files.createTempDirectory("nearfar-engine-"), size);
      try {
        engine.start();
        if (!images.isEmpty()) {
          engine.load(images);
        }
        return engine;
      } catch (IOException | RuntimeException | Error failed) {
        failed.addSuppressed(new IllegalStateException(engine.said()));
        engine.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static java.util.Optional<String> whatIsMissing() {
    for (String tool : TOOLS) {
      if (Stream.of(PATH.split(File.pathSeparator, -1))
          .noneMatch(folder -> Files.isExecutable(Path.of(folder, tool)))) {
        return java.util.Optional.of("needs " + tool + ", which is not installed");
      }
    }
    try {
      Process tried =
          inTheEnginesPath(
                  Stream.concat(
                          UNSHARE.stream(), Stream.of("mount", "-t", "tmpfs", "nearfar", "/run"))
                      .toList())
              .redirectErrorStream(true)
              .start();
      String said =
          new String(
              tried.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return tried.waitFor() == 0
          ? java.util.Optional.empty()
          : java.util.Optional.of("needs root, who may make namespaces: " + said.strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static ProcessBuilder inTheEnginesPath(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", PATH);
    return builder;
  }

  private void load(List<String> images) throws IOException {
    List<String> save = new ArrayList<>(List.of("docker", "save"));
    save.addAll(images);
    List<Process> processes =
        ProcessBuilder.startPipeline(
            List.of(
                inTheEnginesPath(save).redirectError(ProcessBuilder.Redirect.INHERIT),
                inTheEnginesPath(List.of("docker", "--host", address(), "load", "--quiet"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)));
    for (Process each : processes) {
      assertEquals(
          0, each.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join().exitValue());
    }
  }

  private String address() {
    return "unix://" + folder.resolve("docker.sock");
  }

  /** A command that uses this engine and its network in place of the machine's. */
  public Command command(String... words) {
    long inside = process.children().findFirst().orElseThrow().pid();
    return Command.of(
            Stream.concat(
                    Stream.of("nsenter", "--target", Long.toString(inside), "--net", "--"),
                    Stream.of(words))
                .toArray(String[]::new))
        .with("DOCKER_HOST", address());
  }

  /**
   * Runs a command and returns its output.
   *
   * @throws AssertionError if it failed
   */
  public String output(String... words) {
    Command.Ended ended = command(words).run();
    assertEquals(0, ended.status(), ended::toString);
    return ended.out();
  }

  /** Starts the engine; returns when it answers. */
  public void start() {
    order("start");
  }

  /** Stops the engine with SIGTERM, as for an update or a shutdown. */
  public void stop() {
    order("stop");
  }

  /** Kills only the engine's process. */
  public void kill() {
    order("kill");
  }

  /** Fills its disk completely. */
  public void fillDisk() {
    order("fill");
  }

  /** Frees the space again. */
  public void freeDisk() {
    order("free");
  }

  private void order(String word) {
    orders.println(word);
    try {
      String answer = answers.readLine();
      assertEquals("done", answer, () -> word + ": " + said());
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  /** The output of the engine and its script. */
  private String said() {
    StringBuilder said = new StringBuilder();
    for (String file : List.of("script.log", "containerd.log", "dockerd.log")) {
      try (Stream<String> lines = Files.lines(folder.resolve(file))) {
        List<String> all = lines.toList();
        said.append(file).append(":\n");
        all.subList(Math.max(0, all.size() - 20), all.size())
            .forEach(line -> said.append(line).append('\n'));
      } catch (IOException notThere) {
        said.append(notThere).append('\n');
      }
    }
    return said.toString();
  }

  /**
   * Ends the engine and its containers.
   *
   * @throws AssertionError if a part of it is left
   */
  @Override
  public void close() {
    orders.close();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopping) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (Files.exists(folder)) {
      throw new AssertionError("the private engine left something: " + said());
    }
  }
}
