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
 * A program for a container of the client's image, which has only the JDK and the client. It runs
 * the client's {@code once HOST PORT} for each host and port on its command line, and prints the
 * results in the same order, one per line.
 *
 * <p>It loads the client by name, because this module does not depend on it. All commands run in
 * one JVM: a hundred JVM starts would take most of the time.
 */
public final class Probes {
  /** The result of a client that was greeted; every other result is the client's reason. */
  public static final String GREETED = "greeted";

  /** The interface of a container on one network, which may be the scope of an address. */
  public static final String OWN_INTERFACE = "eth0";

  private static final String API_PORT = "8474";

  /** Most of them wait for a time-out. */
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

  /** The kernel resolves an interface by its number; Java may reject its name. */
  private static String withNumber(String host) throws SocketException {
    String end = "%" + OWN_INTERFACE;
    return host.endsWith(end)
        ? host.replace(end, "%" + NetworkInterface.getByName(OWN_INTERFACE).getIndex())
        : host;
  }

  private String once(String host, String port) throws ReflectiveOperationException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    // A server that greets may be slow; the API sends nothing first.
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
