package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.common.cli.Command;
import org.apache.commons.cli.Option;

/** A program run as a process of its own, with bounds on how long it may take. */
final class Program implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  /** How a program ended. */
  record Result(int status, String out, String err) {}

  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final Process process;
  private final BufferedReader out;
  private final Future<String> err;

  private Program(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("NEARFAR_"));
    builder.environment().putAll(environment);
    process = builder.start();
    process.getOutputStream().close();
    out = process.inputReader(StandardCharsets.UTF_8);
    err =
        readers.submit(
            () -> new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** Starts a class of this module in a JVM of its own. */
  static Program java(Map<String, String> environment, Class<?> main, String... args)
      throws IOException {
    return new Program(environment, javaCommand(main, args));
  }

  /** The same, for a shell to start in circumstances of its own. */
  static List<String> javaCommand(Class<?> main, String... args) {
    String classPath =
        Stream.of(Main.class, Command.class, Option.class, JsonWriter.class)
            .map(Program::home)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
    command.add(main.getName());
    command.addAll(List.of(args));
    return command;
  }

  /** Starts another program, which must be on this machine. */
  static Program start(List<String> command) throws IOException {
    return new Program(Map.of(), command);
  }

  /** Fails, naming the Debian package that brings it, if a program is not on this machine. */
  static void require(String program, String debianPackage) {
    assertTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Path.of(folder, program).toFile().canExecute()),
        () ->
            program
                + " is not installed here, and this test is about it: apt-get install "
                + debianPackage);
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads on to the line with this event, in a log for programs. */
  String awaitLine(String event) throws Exception {
    Future<String> line =
        readers.submit(() -> {
          String next = out.readLine();
          while (next != null && !next.contains("\"event\":\"" + event + "\"")) {
            next = out.readLine();
          }
          return next == null ? fail("no " + event + ", but: " + err.get()) : next;
        });
    return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Sends SIGTERM, and unlike Process.destroy leaves the output open. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for the program to end by itself. */
  Result end() throws Exception {
    Future<String> rest = readers.submit(out::readAllAsString);
    assertTrue(
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS),
        () -> process.info() + " does not end");
    return new Result(process.exitValue(), rest.get(), err.get());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    readers.close();
  }
}
