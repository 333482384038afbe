package nearfar.networks.control;

import com.google.gson.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.concurrent.Callable;
import nearfar.networks.link.Link;
import nearfar.networks.toxiproxy.Gateway;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code wan-control}. */
@Command(
    name = "wan-control",
    description = "Keeps the link of the lab's gateway as asked.",
    mixinStandardHelpOptions = true,
    version = "wan-control 0.1.0",
    subcommands = {
      Main.Serve.class,
      Main.Ask.class,
      Main.Await.class,
      Main.Show.class,
      Main.Health.class,
      Main.Check.class
    })
public final class Main {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int ENGINE_NEEDED = 3;

  private Main() {}

  public static void main(String[] arguments) {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    // The gateway's address may be another one after each of its restarts.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    int status = commandLine().execute(arguments);
    System.out.flush();
    System.exit(status);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setParameterExceptionHandler(
        (wrong, given) -> complain(String.valueOf(wrong.getMessage()), WRONG_USAGE));
    line.setExecutionExceptionHandler((failed, command, given) ->
        complain(
            String.valueOf(failed.getMessage()),
            failed instanceof IllegalArgumentException ? WRONG_USAGE : FAILED));
    return line;
  }

  private static int complain(String what, int status) {
    System.err.println(what);
    return status;
  }

  /** A link in words, by option or by the variable of the same name; the option wins. */
  static final class LinkOptions {
    @Option(
        names = "--profile",
        defaultValue = "${env:PROFILE:-}",
        description = "name of a link profile, or custom")
    String profile = "";

    @Option(
        names = "--down",
        defaultValue = "${env:DOWN:-}",
        description = "delay~jitter to the clients, 200ms~20ms")
    String down = "";

    @Option(
        names = "--up",
        defaultValue = "${env:UP:-}",
        description = "delay~jitter to the server")
    String up = "";

    @Option(
        names = "--rate",
        defaultValue = "${env:RATE:-}",
        description = "rate of both directions, 2mbit")
    String rate = "";

    @Option(
        names = "--down-rate",
        defaultValue = "${env:DOWN_RATE:-}",
        description = "rate to the clients")
    String downRate = "";

    @Option(
        names = "--up-rate",
        defaultValue = "${env:UP_RATE:-}",
        description = "rate to the server")
    String upRate = "";

    LinkWords words() {
      return new LinkWords(profile, down, up, rate, downRate, upRate);
    }
  }

  /** Where the running wan-control takes requests. */
  static final class DoorOption {
    @Option(
        names = "--socket",
        defaultValue = "${env:NEARFAR_SOCKET:-/tmp/wan-control.sock}",
        description = "where requests are taken")
    Path socket = Path.of("/tmp/wan-control.sock");

    Reply ask(JsonObject request, Duration atMost) throws IOException {
      return Door.ask(socket, request, atMost);
    }
  }

  @Command(
      name = "serve",
      description = "Keeps the link, until it is stopped.",
      mixinStandardHelpOptions = true)
  static final class Serve implements Callable<Integer> {
    @Mixin LinkOptions link = new LinkOptions();
    @Mixin DoorOption door = new DoorOption();

    @Option(
        names = "--gateway",
        defaultValue = "${env:NEARFAR_GATEWAY:-wan-api}",
        description = "host of Toxiproxy's API")
    String gateway = "wan-api";

    @Option(
        names = "--state",
        defaultValue = "${env:NEARFAR_STATE:-/state}",
        description = "folder that survives a restart")
    Path state = Path.of("/state");

    @Override
    public Integer call() throws IOException, InterruptedException {
      LinkWords words = link.words();
      Link initial = Order.initialLink(words);
      AskedFile file = new AskedFile(state);
      Asked asked =
          file.load()
              .filter(saved -> saved.initial().equals(words.toString()))
              .orElseGet(() -> Asked.now(initial, State.UP, words.toString()));
      file.save(asked);
      Keeper keeper =
          new Keeper(new Gateway(gateway, 8474, "wan"), file, new Journal(System.out), asked);
      try (Door open = new Door(door.socket)) {
        Thread.ofPlatform().daemon().name("door").start(() -> open.serve(new Requests(keeper)));
        while (true) {
          keeper.tend();
          Thread.sleep(Keeper.PERIOD);
        }
      }
    }
  }

  @Command(
      name = "ask",
      description = "Changes the link, cuts or heals it.",
      mixinStandardHelpOptions = true)
  static final class Ask implements Callable<Integer> {
    @Mixin LinkOptions link = new LinkOptions();
    @Mixin DoorOption door = new DoorOption();

    @Override
    public Integer call() throws IOException {
      return report(door.ask(Requests.order(link.words()), Duration.ofSeconds(5)));
    }
  }

  @Command(
      name = "await",
      description = "Waits until the link is as asked.",
      mixinStandardHelpOptions = true)
  static final class Await implements Callable<Integer> {
    @Mixin DoorOption door = new DoorOption();

    @Override
    public Integer call() throws IOException {
      return report(door.ask(Requests.await(), Requests.LONGEST_WAIT.plusSeconds(1)));
    }
  }

  @Command(
      name = "show",
      description = "Tells what link is in force.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Mixin DoorOption door = new DoorOption();

    @Override
    public Integer call() throws IOException {
      Reply reply = door.ask(Requests.show(), Duration.ofSeconds(3));
      System.out.println(reply.is());
      return reply.outcome() == Reply.Outcome.IN_FORCE
          ? DONE
          : complain("not in force: " + reply.why(), FAILED);
    }
  }

  @Command(
      name = "health",
      description = "Succeeds while the link is as asked.",
      mixinStandardHelpOptions = true)
  static final class Health implements Callable<Integer> {
    @Mixin DoorOption door = new DoorOption();

    @Override
    public Integer call() throws IOException {
      Reply reply = door.ask(Requests.show(), Duration.ofSeconds(3));
      return reply.outcome() == Reply.Outcome.IN_FORCE ? DONE : complain(reply.why(), FAILED);
    }
  }

  @Command(
      name = "check",
      description = "Checks a link's words and prints them, without a lab.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Mixin LinkOptions link = new LinkOptions();

    @Override
    public Integer call() {
      System.out.println(Order.initialLink(link.words()).summary());
      return DONE;
    }
  }

  private static int report(Reply reply) {
    return switch (reply.outcome()) {
      case REJECTED -> complain(reply.why(), WRONG_USAGE);
      case PENDING -> {
        System.out.println("was\t" + reply.was());
        System.out.println("is\t" + reply.is());
        yield complain(reply.why(), ENGINE_NEEDED);
      }
      case IN_FORCE -> {
        System.out.println("was\t" + reply.was());
        System.out.println("is\t" + reply.is());
        yield DONE;
      }
    };
  }
}
