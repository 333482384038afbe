package nearfar.tests.support;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A program for a container of the client's image, where nothing is but the JDK and the client:
 * gives the client the command {@code once HOST PORT} for each host and port on its own command
 * line, and prints the answers, one a line in the same order.
 *
 * <p>The client is found by name when it runs, since nothing here is compiled against it. All
 * commands run in one JVM: to start one for each of a hundred takes longer than everything else.
 */
public final class Probes {
  /** The answer of somebody who greeted; every other answer is the client's reason. */
  public static final String GREETED = "greeted";

  /** The one interface of who is on one network, of which an address may say that it is there. */
  public static final String OWN_INTERFACE = "eth0";

  private static final String API_PORT = "8474";

  /** Mostly they wait, for what never comes. */
  private static final int AT_ONCE = 8;

  private final Method run;
  private final Constructor<?> console;

  private Probes() throws ReflectiveOperationException {
    Class<?> itsConsole = Class.forName("nearfar.client.cli.Console");
    console =
        itsConsole.getDeclaredConstructor(
            InputStream.class, PrintStream.class, PrintStream.class, Map.class);
    console.setAccessible(true);
    run =
        Class.forName("nearfar.client.cli.Client")
            .getDeclaredMethod("run", itsConsole, String[].class);
    run.setAccessible(true);
  }

  public static void main(String[] hostsAndPorts) throws Exception {
    Probes probes = new Probes();
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < hostsAndPorts.length; i += 2) {
        String host = withNumber(hostsAndPorts[i]);
        String port = hostsAndPorts[i + 1];
        answers.add(executor.submit(() -> probes.once(host, port)));
      }
    }
    for (Future<String> answer : answers) {
      System.out.println(answer.get());
    }
  }

  /** By its number an interface is the kernel's matter; by its name Java might refuse. */
  private static String withNumber(String host) throws SocketException {
    String end = "%" + OWN_INTERFACE;
    return host.endsWith(end)
        ? host.replace(end, "%" + NetworkInterface.getByName(OWN_INTERFACE).getIndex())
        : host;
  }

  private String once(String host, String port) throws ReflectiveOperationException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    // Who is there and greets may take its time; the API never says a word.
    String read = port.equals(API_PORT) ? "500ms" : "5s";
    String[] command = {"once", host, port, "--connect-timeout", "700ms", "--read-timeout", read};
    Object itsConsole = console.newInstance(InputStream.nullInputStream(), out, out, Map.of());
    int status = (Integer) run.invoke(null, itsConsole, command);
    String text = told.toString(StandardCharsets.UTF_8);
    return switch (status) {
      case 0 -> GREETED;
      // Such as "client: refused: server:4444: nothing listens there".
      case 1 -> text.split(": ", 3)[1];
      default -> throw new IllegalStateException("the probe itself failed: " + text);
    };
  }
}
