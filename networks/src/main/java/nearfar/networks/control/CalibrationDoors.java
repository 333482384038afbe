package nearfar.networks.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nearfar.networks.calibration.Plan;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.GatewayException;
import nearfar.networks.toxiproxy.TemporaryProxies;
import nearfar.networks.toxiproxy.TemporaryProxies.Opened;
import nearfar.networks.toxiproxy.ToxicPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "calibration",
    description = "Opens and closes doors on the gateway behind which links are measured.",
    mixinStandardHelpOptions = true,
    subcommands = {CalibrationDoors.Open.class, CalibrationDoors.Close.class})
final class CalibrationDoors implements Callable<Integer> {
  /** What stays open for longer, somebody has left open. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(15);
  private static final String PREFIX = "calibration";

  /** Words that say how the link fails, not how it is. */
  private static final List<String> FAULTS = List.of("FAULT=", "SEED=");

  @Override
  public Integer call() {
    return ExitCode.WRONG_USAGE.because("open or close? see --help");
  }

  @Command(
      name = "open",
      description = "Opens a door for each link, and one with nothing added; prints the plan.",
      mixinStandardHelpOptions = true)
  static final class Open implements Callable<Integer> {
    @Mixin GatewayOption gateway = new GatewayOption();

    @Option(
        names = "--peer",
        defaultValue = "calibration-peer",
        description = "host of the peer behind the gateway, ${DEFAULT-VALUE}")
    String peer = "calibration-peer";

    @Parameters(
        paramLabel = "WORDS",
        description = "a link each, 'PROFILE=lte' or 'DOWN=20ms UP=5ms'; without one all profiles")
    List<String> links = List.of();

    @Override
    public Integer call() throws GatewayException {
      List<Link> wanted =
          links.isEmpty()
              ? Profiles.names().stream().map(name -> Profiles.named(name).link()).toList()
              : links.stream().map(Open::link).toList();
      List<Link> all = Plan.withBarePath(wanted);
      List<Opened> opened =
          proxies(gateway)
              .open(
                  all.stream().map(ToxicPlan::of).toList(),
                  peer + ":" + Plan.PEER_PORT,
                  System.nanoTime() + LONGEST.toNanos());
      List<Plan.Door> doors = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        doors.add(new Plan.Door(opened.get(i).name(), opened.get(i).port(), all.get(i)));
      }
      System.out.println(new Plan(doors));
      return ExitCode.DONE.status();
    }

    /** The link in these words; what they say of faults is not measured. */
    private static Link link(String words) {
      List<String> ofTheLink =
          Stream.of(words.split(" ", -1))
              .filter(word -> !word.isBlank() && FAULTS.stream().noneMatch(word::startsWith))
              .toList();
      Link link = Order.of(LinkWords.parse(ofTheLink)).link();
      if (link == null) {
        throw new IllegalArgumentException(
            "'%s' is no link that could be measured: give a profile, or numbers".formatted(words));
      }
      return link;
    }
  }

  @Command(
      name = "close",
      description = "Closes the doors of a plan.",
      mixinStandardHelpOptions = true)
  static final class Close implements Callable<Integer> {
    @Mixin GatewayOption gateway = new GatewayOption();

    @Parameters(paramLabel = "PLAN", description = "what open printed")
    String plan = "";

    @Override
    public Integer call() throws GatewayException {
      proxies(gateway).close(Plan.parse(plan).proxies());
      return ExitCode.DONE.status();
    }
  }

  private static TemporaryProxies proxies(GatewayOption gateway) {
    return new TemporaryProxies(gateway.host, gateway.port, PREFIX);
  }

  /** Closes, now and then and until the process ends, what somebody has left open. */
  static void tidyUp(GatewayOption gateway) {
    TemporaryProxies proxies = proxies(gateway);
    Thread.ofVirtual()
        .start(() -> {
          while (true) {
            LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
            try {
              proxies.closeOverdue();
            } catch (GatewayException notNow) {
              // The keeper tells that the gateway does not answer; next time, then.
            }
          }
        });
  }
}
